package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Password;
import java.time.Duration;

/** Replaces the password and ends the account's other sessions. */
public interface ChangePassword {
  Result<Account, Refusal> changePassword(Command command);

  record Command(Actor actor, String currentPassword, Password newPassword) {
    @Override
    public String toString() {
      return "ChangePassword.Command[hidden]";
    }
  }

  /**
   * Why the password was not changed.
   *
   * @param retryAfter how long to wait; zero if waiting does not help
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    WRONG_PASSWORD,
    GUESSABLE_PASSWORD,
    /** Too many recent wrong guesses of the current password. */
    TOO_MANY_FAILURES,
    BUSY
  }
}
