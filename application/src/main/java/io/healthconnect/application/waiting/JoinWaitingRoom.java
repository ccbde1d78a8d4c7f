package io.healthconnect.application.waiting;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;

/** A device of a patient begins to wait for an appointment. Repeating it changes nothing. */
public interface JoinWaitingRoom {

  Result<Attendance, Refusal> joinWaitingRoom(Command command);

  record Command(AccountId patient, DeviceId device, AppointmentId appointment) {}

  /** Why nobody may wait. */
  enum Refusal {
    /** There is no such appointment, or it is somebody else's. */
    NOT_FOUND,
    /** The doctor of the appointment does not wait. */
    WRONG_ROLE,
    /** The waiting room is not open yet. */
    TOO_EARLY,
    /** The appointment is not confirmed or no longer takes place, or its doctor is disabled. */
    CLOSED,
    /** The patient waits in as many waiting rooms as is allowed. */
    LIMIT_REACHED
  }
}
