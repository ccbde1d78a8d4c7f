package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.Requester;
import java.util.Optional;

/** Keeps passwords readable and takes no time. For tests only. */
public final class PlainPasswordHasher implements PasswordHasher {
  private final String prefix;

  public PlainPasswordHasher() {
    this(1);
  }

  /**
   * @param cost the number of characters in front of the password in its hash
   */
  public PlainPasswordHasher(int cost) {
    this.prefix = "#".repeat(cost);
  }

  @Override
  public Optional<PasswordHash> hash(Password password, Requester requester) {
    return Optional.of(new PasswordHash(prefix + password.value()));
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester) {
    return hash.map(h -> h.value().replaceFirst("^#+", "").equals(password.value())).orElse(false)
        ? Verdict.MATCH
        : Verdict.MISMATCH;
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return !hash.value().startsWith(prefix);
  }
}
