package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import java.time.Duration;

/** Opens a session for an e-mail and a password. */
public interface LogIn {

  Result<SignedIn, Refusal> handle(Command command);

  /**
   * @param password as typed; it need not meet today's rules
   */
  record Command(Email email, String password) {
    @Override
    public String toString() {
      return "LogIn.Command[hidden]";
    }
  }

  /**
   * Why nobody was signed in.
   *
   * @param retryAfter how long to wait; zero for {@code BAD_CREDENTIALS}
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    /** Unknown e-mail or wrong password: the same answer after the same work. */
    BAD_CREDENTIALS,
    /** Too many failures for this e-mail lately; never permanent. */
    TOO_MANY_FAILURES,
    /** Too much password hashing is under way. */
    BUSY
  }
}
