package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Optional;

/**
 * Resumes a side of a live call on a device, after a reconnect or on another device, which then
 * takes over. Signals that waited for the side are published to that device.
 */
public interface ResumeCall {
  Result<LiveCall.Resumed, CallRefusal> resumeCall(Command command);

  /**
   * @param callId which call; empty for the live call of the account
   * @param with the other person that the call must be with, if present
   */
  record Command(
      AccountId account, DeviceId device, Optional<CallId> callId, Optional<AccountId> with) {
    public Command(AccountId account, DeviceId device, CallId callId) {
      this(account, device, Optional.of(callId), Optional.empty());
    }
  }
}
