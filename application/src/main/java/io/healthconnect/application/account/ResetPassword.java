package io.healthconnect.application.account;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Password;

/**
 * Sets a new password with the secret of a reset link, and ends all sessions of the account. Nobody
 * is logged in by it.
 */
public interface ResetPassword {
  Result<Account, Refusal> resetPassword(Command command);

  /**
   * @param secret as it was sent, whatever it is
   * @param network the address of the client, or the network that counts as one client
   */
  record Command(String secret, Password newPassword, String network) {
    @Override
    public String toString() {
      return "ResetPassword.Command[hidden]";
    }
  }

  /** Why the password is still the old one. */
  enum Refusal {
    /** Made up, spent, or expired; or the account is disabled. */
    INVALID_TOKEN,
    /** The link can still be used. */
    GUESSABLE_PASSWORD,
    /** Too much password hashing is under way; the link can still be used. */
    BUSY
  }
}
