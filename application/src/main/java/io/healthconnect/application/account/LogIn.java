package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Email;
import java.time.Duration;
import java.util.Optional;

/** Opens a session for an e-mail address, a password, and a code if the account needs one. */
public interface LogIn {

  Result<OpenedSession, Refusal> logIn(Command command);

  /**
   * @param password as typed; it need not meet today's rules
   * @param source where the attempt comes from; failures are counted per source
   * @param code a time code or a recovery code, as typed; not looked at unless the account has a
   *     second factor
   */
  record Command(Email email, String password, Source source, Optional<String> code) {
    public Command(Email email, String password, Source source) {
      this(email, password, source, Optional.empty());
    }

    @Override
    public String toString() {
      return "LogIn.Command[hidden]";
    }
  }

  /**
   * Where an attempt comes from.
   *
   * @param network the client network
   * @param knownDevice identifies a device that has proved that this account has logged in on it
   *     before; empty for any other device
   * @param software what the client says that it is
   */
  record Source(String network, Optional<String> knownDevice, ClientSoftware software) {
    public Source(String network, Optional<String> knownDevice) {
      this(network, knownDevice, ClientSoftware.UNKNOWN);
    }

    /** A source without a known device. */
    public static Source of(String network) {
      return new Source(network, Optional.empty());
    }
  }

  /**
   * Why the log-in was refused.
   *
   * @param retryAfter how long to wait; zero if waiting does not help
   */
  record Refusal(Reason reason, Duration retryAfter) {}

  enum Reason {
    /** Unknown e-mail address or wrong password: the same answer after the same work. */
    BAD_CREDENTIALS,
    /** The password is right, but an admin has disabled the account. */
    ACCOUNT_DISABLED,
    /** The password is right, but a code is missing. */
    SECOND_FACTOR_REQUIRED,
    /**
     * The password is right, but the code is wrong or was used. It counts like a wrong password.
     */
    WRONG_CODE,
    /** Too many recent failures; always temporary. */
    TOO_MANY_FAILURES,
    /** Too much password hashing is in progress. */
    BUSY
  }
}
