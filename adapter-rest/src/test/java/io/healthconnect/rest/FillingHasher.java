package io.healthconnect.rest;

import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.testkit.account.PlainPasswordHasher;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hashes as the testkit does, but nothing while it is full. */
record FillingHasher(BooleanSupplier full) implements PasswordHasher {
  private static final PasswordHasher HASHER = new PlainPasswordHasher();

  @Override
  public Optional<PasswordHash> hash(Password password) {
    return full.getAsBoolean() ? Optional.empty() : HASHER.hash(password);
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> hash) {
    return full.getAsBoolean() ? Verdict.BUSY : HASHER.verify(password, hash);
  }
}
