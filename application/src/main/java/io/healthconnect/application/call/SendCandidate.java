package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;

/** Hands an ICE candidate to the other side, never before the description it belongs to. */
public interface SendCandidate {
  /**
   * @return the call that was meant
   */
  Result<CallId, CallRefusal> handle(Command command);

  record Command(CallParty party, Candidate candidate) {}
}
