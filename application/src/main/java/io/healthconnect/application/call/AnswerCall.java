package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.SessionDescription;

/** Takes a ringing call; the first device that answers wins. */
public interface AnswerCall {
  /**
   * @return the call that was meant
   */
  Result<CallId, CallRefusal> handle(Command command);

  record Command(CallParty party, SessionDescription answer) {}
}
