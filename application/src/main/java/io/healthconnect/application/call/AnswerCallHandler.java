package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import java.time.Clock;

final class AnswerCallHandler implements AnswerCall {
  private final LiveSteps steps;
  private final Clock clock;

  AnswerCallHandler(LiveSteps steps, Clock clock) {
    this.steps = steps;
    this.clock = clock;
  }

  @Override
  public Result<CallId, CallRefusal> handle(Command command) {
    CallParty party = command.party();
    return steps.takeWithContact(
        party,
        call -> call.answer(party.account(), party.device(), command.answer(), clock.instant()));
  }
}
