package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;

final class SendCandidateHandler implements SendCandidate {
  private final LiveSteps steps;
  private final int limit;

  SendCandidateHandler(LiveSteps steps, int limit) {
    this.steps = steps;
    this.limit = limit;
  }

  @Override
  public Result<CallId, CallRefusal> handle(Command command) {
    CallParty party = command.party();
    return steps.take(
        party, call -> call.candidate(party.account(), party.device(), command.candidate(), limit));
  }
}
