package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;

/** Ends a call: cancels or declines it while it rings, hangs up afterwards. */
public interface EndCall {
  /**
   * @return the call that was meant
   */
  Result<CallId, CallRefusal> handle(Command command);

  record Command(CallParty party) {}
}
