package io.healthconnect.application.erasure;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import java.time.Duration;

/** Erases the actor's account. The password is asked for again, because nothing undoes this. */
public interface EraseOwnAccount {
  /**
   * @return what is left of the account
   */
  Result<Account, Refusal> eraseOwnAccount(Command command);

  record Command(Actor actor, String password) {
    @Override
    public String toString() {
      return "EraseOwnAccount.Command[hidden]";
    }
  }

  /**
   * Why the account was not erased.
   *
   * @param retryAfter how long to wait; zero if waiting does not help
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    WRONG_PASSWORD,
    /** Too many recent wrong guesses of the password in this session. */
    TOO_MANY_FAILURES,
    BUSY,
    /** Nobody could administer the system any more. */
    LAST_ADMIN
  }
}
