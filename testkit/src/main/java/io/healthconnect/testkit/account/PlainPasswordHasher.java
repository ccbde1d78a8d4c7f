package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import java.util.Optional;

/** Hides nothing and takes no time. For tests alone. */
public final class PlainPasswordHasher implements PasswordHasher {
  @Override
  public Optional<PasswordHash> hash(Password password) {
    return Optional.of(new PasswordHash("#" + password.value()));
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> hash) {
    return hash.map(h -> h.value().equals("#" + password.value())).orElse(false)
        ? Verdict.MATCH
        : Verdict.MISMATCH;
  }
}
