package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import java.time.Clock;

final class RejectCallHandler implements RejectCall {
  private final LiveSteps steps;
  private final Clock clock;

  RejectCallHandler(LiveSteps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  @Override
  public Result<CallId, CallRefusal> handle(Command command) {
    CallParty party = command.party();
    return steps.take(
        party,
        call ->
            call.reject(
                party.account(), party.device(), command.reason().endReason(), clock.instant()));
  }
}
