package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.SessionDescription;

/** Hands a later offer or answer of an active call to the other side. */
public interface SendDescription {
  /**
   * @return the call that was meant
   */
  Result<CallId, CallRefusal> handle(Command command);

  record Command(CallParty party, SessionDescription description) {}
}
