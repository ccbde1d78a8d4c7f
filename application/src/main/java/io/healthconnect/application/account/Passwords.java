package io.healthconnect.application.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import java.util.Optional;

/** Compares what somebody typed with an account's password, always at the full cost. */
final class Passwords {
  private static final Password STAND_IN = new Password("never a password");

  private Passwords() {}

  static Verdict verify(PasswordHasher hasher, String typed, Optional<Account> account) {
    try {
      return hasher.verify(new Password(typed), account.map(Account::passwordHash));
    } catch (InvalidValueException e) {
      // A text that cannot be a password takes as long as one that is merely wrong.
      Verdict verdict = hasher.verify(STAND_IN, Optional.empty());
      return verdict == Verdict.BUSY ? verdict : Verdict.MISMATCH;
    }
  }
}
