package io.healthconnect.application.call;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Step;
import java.time.Instant;
import java.util.Optional;

/** One of the two people changes a live call. */
public interface ChangeCall {
  /**
   * @return the id of the call
   */
  Result<CallId, CallRefusal> changeCall(Command command);

  /**
   * Like {@link #changeCall}, but only if that requires no waiting: never blocks.
   *
   * @return empty if it would have to wait, in which case nothing has happened
   */
  Optional<Result<CallId, CallRefusal>> tryChangeCall(Command command);

  record Command(CallParty party, Intent intent) {}

  /** The change that the sender wants. */
  sealed interface Intent {

    /** Whether the two must still be allowed to talk; a call can always be ended. */
    boolean needsContact();

    /** Applies the change to the call. */
    Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now);

    /** Answers a ringing call; the first device that answers wins. */
    record Answer(SessionDescription answer) implements Intent {
      @Override
      public boolean needsContact() {
        return true;
      }

      @Override
      public Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now) {
        return call.answer(by.account(), by.device(), answer, now.at());
      }
    }

    /** Passes an ICE candidate to the other side, never before the description it belongs to. */
    record SendCandidate(Candidate candidate) implements Intent {
      @Override
      public boolean needsContact() {
        return false;
      }

      @Override
      public Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now) {
        return call.candidate(by.account(), by.device(), candidate, now.candidateLimit());
      }
    }

    /**
     * Answers as {@link SendCandidate} would, and passes nothing on: the candidate has an address
     * that the other side must not learn.
     */
    record WithholdCandidate() implements Intent {
      private static final Candidate NOTHING = new Candidate("null");

      @Override
      public boolean needsContact() {
        return false;
      }

      @Override
      public Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now) {
        return Step.same(call, new SendCandidate(NOTHING).applyTo(call, by, now).result());
      }
    }

    /** Passes a later offer or answer of an active call to the other side. */
    record SendDescription(SessionDescription description) implements Intent {
      @Override
      public boolean needsContact() {
        return true;
      }

      @Override
      public Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now) {
        return call.description(by.account(), by.device(), description);
      }
    }

    /** Rejects a ringing call, for all devices of the callee. */
    record Reject(Reason reason) implements Intent {
      @Override
      public boolean needsContact() {
        return false;
      }

      @Override
      public Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now) {
        return call.reject(by.account(), by.device(), reason.endReason(), now.at());
      }
    }

    /** Ends a call: cancels or declines it while it rings, hangs up afterwards. */
    record End() implements Intent {
      @Override
      public boolean needsContact() {
        return false;
      }

      @Override
      public Step<Optional<CallRefusal>> applyTo(LiveCall call, CallParty by, Circumstances now) {
        return call.end(by.account(), by.device(), now.at());
      }
    }
  }

  /** The reasons for a rejection that a client may give. */
  enum Reason {
    DECLINED(EndReason.DECLINED),
    BUSY(EndReason.BUSY),
    /** No device that the client speaks for can ring. */
    OFFLINE(EndReason.OFFLINE),
    /** The client has a shorter ring time than the server. */
    UNANSWERED(EndReason.UNANSWERED);

    private final EndReason endReason;

    Reason(EndReason endReason) {
      this.endReason = endReason;
    }

    EndReason endReason() {
      return endReason;
    }
  }

  /** The time of the change, and how many candidates a side may send since its last description. */
  record Circumstances(Instant at, int candidateLimit) {}
}
