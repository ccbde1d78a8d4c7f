package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.EndReason;

/** Says no to a ringing call, for all devices of the callee. */
public interface RejectCall {
  /**
   * @return the call that was meant
   */
  Result<CallId, CallRefusal> handle(Command command);

  /** The reasons that a client may give. */
  enum Reason {
    DECLINED(EndReason.DECLINED),
    BUSY(EndReason.BUSY);

    private final EndReason endReason;

    Reason(EndReason endReason) {
      this.endReason = endReason;
    }

    public EndReason endReason() {
      return endReason;
    }
  }

  record Command(CallParty party, Reason reason) {}
}
