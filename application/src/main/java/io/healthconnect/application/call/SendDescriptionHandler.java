package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;

final class SendDescriptionHandler implements SendDescription {
  private final LiveSteps steps;

  SendDescriptionHandler(LiveSteps steps) {
    this.steps = steps;
  }

  @Override
  public Result<CallId, CallRefusal> handle(Command command) {
    CallParty party = command.party();
    return steps.takeWithContact(
        party, call -> call.description(party.account(), party.device(), command.description()));
  }
}
