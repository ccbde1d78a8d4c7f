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

/** What the steps of a live call share: finding the call that is meant, and who may take part. */
record LiveSteps(LiveCalls calls, ContactPolicy policy, Leases leases) {

  /** As {@link #take}, if the two may talk to each other now. */
  Result<CallId, CallRefusal> takeWithContact(
      CallParty party, Function<LiveCall, Step<Optional<CallRefusal>>> change) {
    boolean theirs = find(party).filter(call -> isOf(call.record(), party)).isPresent();
    if (theirs && !policy.mayTalk(party.account(), party.to())) {
      return Result.failure(CallRefusal.NO_CONTACT);
    }
    return take(party, change);
  }

  /** Changes the call that the sender means, if the sender is in it. */
  Result<CallId, CallRefusal> take(
      CallParty party, Function<LiveCall, Step<Optional<CallRefusal>>> change) {
    Optional<CallId> found = party.callId().or(() -> find(party).map(LiveCall::id));
    if (found.isEmpty()) {
      return Result.failure(CallRefusal.NOT_FOUND);
    }
    CallId id = found.get();
    Optional<CallRefusal> refusal =
        calls
            .change(id, call -> isOf(call.record(), party) ? change.apply(call) : notFound(call))
            .orElse(Optional.of(CallRefusal.NOT_FOUND));
    if (refusal.isPresent()) {
      return Result.failure(refusal.get());
    }
    leases.check(id, party.device());
    return Result.success(id);
  }

  private Optional<LiveCall> find(CallParty party) {
    return find(calls, party.callId(), party.account());
  }

  /** The call that somebody means: the named one, else their live call. */
  static Optional<LiveCall> find(LiveCalls calls, Optional<CallId> named, AccountId account) {
    return named.isPresent() ? calls.find(named.get()) : calls.liveOf(account);
  }

  private static Step<Optional<CallRefusal>> notFound(LiveCall call) {
    return Step.refused(call, CallRefusal.NOT_FOUND);
  }

  private static boolean isOf(CallRecord call, CallParty party) {
    return call.isOf(party.account()) && call.other(party.account()).equals(party.to());
  }
}
