package io.healthconnect.rest.rig;

import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.Requester;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hashes like the testkit's hasher, but refuses while it is full. */
public record FillingHasher(BooleanSupplier full) implements PasswordHasher {
  private static final PasswordHasher HASHER = new PlainPasswordHasher();

  @Override
  public Optional<PasswordHash> hash(Password password, Requester requester) {
    return full.getAsBoolean() ? Optional.empty() : HASHER.hash(password, requester);
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester) {
    return full.getAsBoolean() ? Verdict.BUSY : HASHER.verify(password, hash, requester);
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return HASHER.needsRehash(hash);
  }
}
