package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.LiveCall;
import java.util.Optional;

/**
 * Brings a side of a live call back on a device, after a reconnect or from another device, which
 * then takes over. What waited for the side is published to that device.
 */
public interface ResumeCall {
  Result<LiveCall.Resumed, CallRefusal> handle(Command command);

  /**
   * @param callId which call; empty for the live call of the account
   * @param with the other person that the call must be with, if that matters
   */
  record Command(
      AccountId account, DeviceId device, Optional<CallId> callId, Optional<AccountId> with) {
    public Command(AccountId account, DeviceId device, CallId callId) {
      this(account, device, Optional.of(callId), Optional.empty());
    }
  }
}
