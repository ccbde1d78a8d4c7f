package io.healthconnect.security;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * bcrypt on one thread of its own, so that a flood of sign-ins costs one core and no more. At most
 * {@code queue} callers wait behind the one that is served; the next is told that it is busy.
 */
public final class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {
  /** How many may wait unless the settings say otherwise. */
  public static final int DEFAULT_QUEUE = 8;

  private final Algorithm algorithm;
  private final PasswordHash dummy;
  private final BoundedThread thread;

  /** The slow part, on its own so that tests can hold it. */
  interface Algorithm {
    byte[] hash(byte[] digest);

    boolean matches(byte[] digest, byte[] hash);
  }

  /**
   * @param cost bcrypt's work factor, 4 to 31: the work is 2^cost rounds
   * @param queue how many callers may wait, at least 1
   */
  public BcryptPasswordHasher(int cost, int queue) {
    this(cost, queue, new Bcrypt(cost));
  }

  BcryptPasswordHasher(int cost, int queue, Algorithm algorithm) {
    if (cost < 4 || cost > 31) {
      throw new IllegalArgumentException("cost must be 4 to 31");
    }
    this.algorithm = algorithm;
    this.dummy = dummy(cost);
    this.thread = new BoundedThread("password-hashing", queue);
  }

  @Override
  public Optional<PasswordHash> hash(Password password) {
    return thread
        .run(() -> algorithm.hash(PasswordDigest.of(password)))
        .map(hash -> new PasswordHash(new String(hash, StandardCharsets.US_ASCII)));
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> hash) {
    byte[] expected = hash.orElse(dummy).value().getBytes(StandardCharsets.US_ASCII);
    return thread
        .run(() -> algorithm.matches(PasswordDigest.of(password), expected))
        .map(matches -> matches && hash.isPresent() ? Verdict.MATCH : Verdict.MISMATCH)
        .orElse(Verdict.BUSY);
  }

  /** Callers that wait, and all later ones, are told that it is busy. */
  @Override
  public void close() {
    thread.close();
  }

  /** Salt and hash are arbitrary: checking against them takes as long as against real ones. */
  static PasswordHash dummy(int cost) {
    return new PasswordHash("$2a$%02d$%s".formatted(cost, "a".repeat(21) + "e" + "b".repeat(31)));
  }

  /** How many callers wait now, not counting the one that is served. */
  int waiting() {
    return thread.waiting();
  }

  private record Bcrypt(int cost) implements Algorithm {
    @Override
    public byte[] hash(byte[] digest) {
      return BCrypt.withDefaults().hash(cost, digest);
    }

    @Override
    public boolean matches(byte[] digest, byte[] hash) {
      return BCrypt.verifyer().verify(digest, hash).verified; // compares in constant time
    }
  }
}
