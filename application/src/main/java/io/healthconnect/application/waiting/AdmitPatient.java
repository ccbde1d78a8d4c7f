package io.healthconnect.application.waiting;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;

/**
 * A doctor asks a patient in who waits: one waiting device is told, and answers the call that the
 * doctor's device makes next. Of several devices of the doctor, the first wins.
 */
public interface AdmitPatient {

  Result<Attendance, Refusal> admitPatient(Command command);

  record Command(AccountId doctor, DeviceId device, AppointmentId appointment) {}

  /** Why nobody is admitted. */
  enum Refusal {
    /** There is no such appointment, or it is somebody else's. */
    NOT_FOUND,
    /** The patient of the appointment admits nobody. */
    WRONG_ROLE,
    /** No device of the patient waits, or all that do are disconnected. */
    NOT_WAITING,
    /** Another device of the doctor has just admitted the patient. */
    ADMITTED_ELSEWHERE
  }
}
