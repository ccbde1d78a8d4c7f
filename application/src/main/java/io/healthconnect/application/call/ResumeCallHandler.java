package io.healthconnect.application.call;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import java.util.Optional;

final class ResumeCallHandler implements ResumeCall {
  private final LiveCalls calls;
  private final ContactPolicy policy;
  private final Leases leases;

  ResumeCallHandler(LiveCalls calls, ContactPolicy policy, Leases leases) {
    this.calls = calls;
    this.policy = policy;
    this.leases = leases;
  }

  @Override
  public Result<LiveCall.Resumed, CallRefusal> resumeCall(Command command) {
    AccountId account = command.account();
    Optional<LiveCall> call = find(command);
    if (call.isEmpty()) {
      return Result.failure(CallRefusal.NOT_FOUND);
    }
    if (!policy.mayTalk(account, call.get().record().other(account))) {
      return Result.failure(CallRefusal.NO_CONTACT);
    }
    Optional<LiveCall.Resumed> resumed =
        calls.change(call.get().id(), live -> live.resume(account, command.device()));
    leases.check(call.get().id(), command.device());
    return resumed
        .<Result<LiveCall.Resumed, CallRefusal>>map(Result::success)
        .orElseGet(() -> Result.failure(CallRefusal.NOT_FOUND));
  }

  private Optional<LiveCall> find(Command command) {
    AccountId account = command.account();
    return ChangeCallHandler.find(calls, command.callId(), account)
        .filter(each -> each.record().isOf(account))
        .filter(
            each ->
                command.with().isEmpty()
                    || each.record().other(account).equals(command.with().get()));
  }
}
