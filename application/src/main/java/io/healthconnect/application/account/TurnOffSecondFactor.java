package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import java.time.Duration;

/** Removes the second factor, whether it is on or waits, and its recovery codes. */
public interface TurnOffSecondFactor {
  /** Succeeds if there is none. */
  Result<Account, Refusal> turnOffSecondFactor(Command command);

  record Command(Actor actor, String password) {
    @Override
    public String toString() {
      return "TurnOffSecondFactor.Command[hidden]";
    }
  }

  /**
   * Why it stays.
   *
   * @param retryAfter how long to wait; zero if waiting does not help
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    WRONG_PASSWORD,
    /** Too many recent wrong guesses of the password. */
    TOO_MANY_FAILURES,
    BUSY
  }
}
