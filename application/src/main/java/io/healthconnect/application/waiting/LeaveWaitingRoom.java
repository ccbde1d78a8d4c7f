package io.healthconnect.application.waiting;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.presence.DeviceId;

/** A device of a patient stops waiting. The patient waits on if another device does. */
public interface LeaveWaitingRoom {

  /**
   * @return false if there is no such appointment of this patient; a device that does not wait
   *     changes nothing
   */
  boolean leaveWaitingRoom(AccountId patient, DeviceId device, AppointmentId appointment);
}
