package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

final class LeaveCallHandler implements LeaveCall {
  private static final DeviceId NO_DEVICE = new DeviceId("none");

  private final LiveCalls calls;
  private final Clock clock;

  LeaveCallHandler(LiveCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
  }

  @Override
  public boolean leaveCall(AccountId account) {
    return calls
        .liveOf(account)
        .flatMap(found -> calls.change(found.id(), call -> end(call, account, clock.instant())))
        .filter(Optional::isEmpty)
        .isPresent();
  }

  /** Ends the call in the name of whichever device the person's side is bound to. */
  private static Step<Optional<CallRefusal>> end(LiveCall call, AccountId account, Instant now) {
    Step<Optional<CallRefusal>> step = call.end(account, NO_DEVICE, now);
    for (DeviceId device : call.devices()) {
      if (step.result().isPresent()) {
        step = call.end(account, device, now);
      }
    }
    return step;
  }
}
