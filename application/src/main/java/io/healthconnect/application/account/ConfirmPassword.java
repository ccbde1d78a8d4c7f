package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Credentials;
import java.time.Duration;

/** Checks that whoever uses a session also knows the password of its account. */
public interface ConfirmPassword {
  /**
   * @return what the password was checked against, for a store to compare with what it holds
   */
  Result<Credentials, Refusal> confirmPassword(Actor actor, String password);

  /**
   * Why the password was not confirmed.
   *
   * @param retryAfter how long to wait; zero if waiting does not help
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    WRONG_PASSWORD,
    /** Too many recent wrong guesses of the password in this session. */
    TOO_MANY_FAILURES,
    BUSY
  }
}
