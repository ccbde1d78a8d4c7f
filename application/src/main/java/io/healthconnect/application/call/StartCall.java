package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Optional;

/** Starts a call; every device of the callee rings. */
public interface StartCall {
  Result<Started, Refusal> startCall(Command command);

  record Command(
      AccountId caller,
      DeviceId device,
      AccountId callee,
      SessionDescription offer,
      CallMedia media,
      Optional<AppointmentId> appointment) {}

  /**
   * @param online whether any device of the callee is connected. If not, one rings when it
   *     connects, unless the callee has silenced rings; a rejection then follows
   * @param glare whether the callee is already calling the caller: {@code callId} is then that
   *     call, which rings on the caller's device, and the new offer is dropped
   * @param busy whether the callee is in another call; a rejection then follows
   */
  record Started(CallId callId, boolean online, boolean glare, boolean busy) {}

  enum Refusal {
    /** The two may not talk to each other. */
    NO_CONTACT,
    /**
     * A patient may ring only around a confirmed appointment, or when the doctor takes calls at any
     * time.
     */
    NOT_NOW,
    /** The two do not share this appointment. */
    NO_SUCH_APPOINTMENT,
    /** The caller is in a live call. */
    ALREADY_IN_CALL
  }
}
