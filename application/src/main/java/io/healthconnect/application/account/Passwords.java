package io.healthconnect.application.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PasswordHasher.Verdict;
import io.healthconnect.domain.account.Requester;
import java.util.Optional;

/** Checks a typed password against an account's password, always at the full cost. */
final class Passwords {
  private static final Password STAND_IN = new Password("never a password");

  private Passwords() {}

  static Verdict verify(
      PasswordHasher hasher, String typed, Optional<Credentials> credentials, Requester requester) {
    try {
      return hasher.verify(
          new Password(typed), credentials.map(Credentials::passwordHash), requester);
    } catch (InvalidValueException e) {
      // A text that cannot be a password takes as long as a wrong password.
      Verdict verdict = hasher.verify(STAND_IN, Optional.empty(), requester);
      return verdict == Verdict.BUSY ? verdict : Verdict.MISMATCH;
    }
  }
}
