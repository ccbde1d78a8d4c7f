package io.healthconnect.application.appointment;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends the ringing of a call that rests on an appointment that was cancelled or declined: one that
 * names it, or whose people may no longer talk. A call that has been answered goes on. If this
 * fails, such a call cannot be answered, and ends when its ring time is over; one that starts at
 * the same moment is withdrawn by its own start.
 */
record EndRinging(LiveCalls calls, ContactPolicy policy, Clock clock) {

  /**
   * Returns what the appointment has become.
   *
   * @param by who changed it; empty if time did
   */
  Appointment after(Optional<AccountId> by, Appointment before, Appointment stored) {
    if (before.opensContact() && !stored.opensContact()) {
      Instant now = clock.instant();
      calls
          .liveOf(stored.patientId().account())
          .filter(call -> restsOn(call, stored))
          .ifPresent(call -> calls.change(call.id(), live -> live.withdraw(by, now)));
    }
    return stored;
  }

  private boolean restsOn(LiveCall call, Appointment appointment) {
    AccountId doctor = appointment.doctorId().account();
    AccountId patient = appointment.patientId().account();
    return call.record().isOf(doctor)
        && (call.record().appointment().filter(appointment.id()::equals).isPresent()
            || !policy.mayTalk(doctor, patient));
  }
}
