package io.healthconnect.application.call;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.Step;
import java.util.Optional;
import java.util.function.Function;

final class ChangeCallHandler implements ChangeCall {
  private final LiveCalls calls;
  private final ContactPolicy policy;
  private final Leases leases;
  private final CallRules rules;
  private final AnsweredAppointments appointments;

  ChangeCallHandler(
      LiveCalls calls,
      ContactPolicy policy,
      Leases leases,
      CallRules rules,
      AnsweredAppointments appointments) {
    this.calls = calls;
    this.policy = policy;
    this.leases = leases;
    this.rules = rules;
    this.appointments = appointments;
  }

  @Override
  public Result<CallId, CallRefusal> changeCall(Command command) {
    CallParty party = command.party();
    if (command.intent().needsContact() && isOver(party)) {
      return Result.failure(CallRefusal.NO_CONTACT);
    }
    Optional<CallId> meant = meant(party);
    if (meant.isEmpty()) {
      return Result.failure(CallRefusal.NOT_FOUND);
    }
    CallId id = meant.get();
    Result<CallId, CallRefusal> result = result(id, calls.change(id, change(command)));
    return result.map(changed -> followed(changed, command));
  }

  private CallId followed(CallId id, Command command) {
    leases.check(id, command.party().device());
    if (command.intent() instanceof Intent.Answer) {
      appointments.answered(id);
    }
    return id;
  }

  @Override
  public Optional<Result<CallId, CallRefusal>> tryChangeCall(Command command) {
    CallParty party = command.party();
    // Contact is looked up in the store, and the lease of a disconnected device is written there.
    if (command.intent().needsContact() || !leases.isConnected(party.device())) {
      return Optional.empty();
    }
    Optional<CallId> meant = meant(party);
    if (meant.isEmpty()) {
      return Optional.of(Result.failure(CallRefusal.NOT_FOUND));
    }
    CallId id = meant.get();
    return calls.tryChange(id, change(command)).map(changed -> result(id, changed));
  }

  private Optional<CallId> meant(CallParty party) {
    return party.callId().or(() -> find(party).map(LiveCall::id));
  }

  /**
   * Whether the call is one of these two people's, who may no longer talk to each other, or whose
   * appointment was called off while it rings.
   */
  private boolean isOver(CallParty party) {
    return find(party)
        .filter(call -> isOf(call.record(), party))
        .filter(
            call -> !policy.mayTalk(party.account(), party.to()) || appointments.isCalledOff(call))
        .isPresent();
  }

  private Optional<LiveCall> find(CallParty party) {
    return find(calls, party.callId(), party.account());
  }

  /** The call that a person means: the named one, or else their live call. */
  static Optional<LiveCall> find(LiveCalls calls, Optional<CallId> named, AccountId account) {
    return named.isPresent() ? calls.find(named.get()) : calls.liveOf(account);
  }

  private Function<LiveCall, Step<Optional<CallRefusal>>> change(Command command) {
    CallParty party = command.party();
    Circumstances now = new Circumstances(appointments.clock().instant(), rules.candidates());
    return call ->
        isOf(call.record(), party)
            ? command.intent().applyTo(call, party, now)
            : Step.refused(call, CallRefusal.NOT_FOUND);
  }

  private static Result<CallId, CallRefusal> result(
      CallId id, Optional<Optional<CallRefusal>> changed) {
    return changed
        .orElse(Optional.of(CallRefusal.NOT_FOUND))
        .<Result<CallId, CallRefusal>>map(Result::failure)
        .orElseGet(() -> Result.success(id));
  }

  private static boolean isOf(CallRecord call, CallParty party) {
    return call.isOf(party.account()) && call.other(party.account()).equals(party.to());
  }
}
