package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.SessionDescription;
import java.util.Optional;

/** Calls somebody; every device of the callee rings. */
public interface StartCall {
  Result<Started, Refusal> handle(Command command);

  record Command(
      AccountId caller,
      DeviceId device,
      AccountId callee,
      SessionDescription offer,
      CallMedia media,
      Optional<AppointmentId> appointment) {}

  /**
   * @param online whether any device of the callee is connected; if not, it rings when one arrives
   * @param glare the callee is calling the caller already: {@code callId} is that call, which rings
   *     at the caller's device; the new offer is dropped
   * @param busy the callee is in another call; the rejection is on its way, too
   */
  record Started(CallId callId, boolean online, boolean glare, boolean busy) {}

  enum Refusal {
    /** The two may not talk to each other. */
    NO_CONTACT,
    /** The appointment is not one of the two. */
    NO_SUCH_APPOINTMENT,
    /** The caller is in a live call. */
    ALREADY_IN_CALL
  }
}
