package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import java.time.Clock;

final class EndCallHandler implements EndCall {
  private final LiveSteps steps;
  private final Clock clock;

  EndCallHandler(LiveSteps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  @Override
  public Result<CallId, CallRefusal> handle(Command command) {
    CallParty party = command.party();
    return steps.take(party, call -> call.end(party.account(), party.device(), clock.instant()));
  }
}
