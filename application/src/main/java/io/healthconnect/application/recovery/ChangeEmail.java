package io.healthconnect.application.recovery;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Email;
import java.time.Duration;

/**
 * Asks the owner of another address to confirm that it is to be the caller's. Until then the
 * present one counts. With the present address, nothing else waits any more, and its owner is asked
 * again unless it is confirmed.
 */
public interface ChangeEmail {
  /**
   * @return the account with the address that waits
   */
  Result<Account, Refusal> changeEmail(Command command);

  record Command(Actor actor, Email email, String password) {
    @Override
    public String toString() {
      return "ChangeEmail.Command[hidden]";
    }
  }

  /**
   * Why nothing was asked.
   *
   * @param retryAfter how long to wait; zero if waiting does not help
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    WRONG_PASSWORD,
    /** Too many recent wrong guesses of the password. */
    TOO_MANY_FAILURES,
    BUSY,
    EMAIL_TAKEN,
    /** Nobody sends mails. */
    MAIL_OFF
  }
}
