package io.healthconnect.security;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.Requester;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hashes passwords with bcrypt on a dedicated thread, so that a flood of log-ins costs at most one
 * core. At most {@code queue} callers wait behind the one being served, and requesters take turns.
 * A caller for whom there is no room is told that the hasher is busy.
 */
public final class BcryptPasswordHasher implements PasswordHasher, AutoCloseable {
  /** How many callers may wait unless the settings say otherwise. */
  public static final int DEFAULT_QUEUE = 8;

  private static final int MIN_COST = 4;
  private static final int MAX_COST = 31;
  private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");

  private final Algorithm algorithm;
  private final int cost;
  private final BoundedExecutor thread;

  /** The highest cost seen so far; only the hashing thread changes it. */
  private int highest;

  /** The slow part, separated so that tests can pause it. */
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
    if (cost < MIN_COST || cost > MAX_COST) {
      throw new IllegalArgumentException("cost must be 4 to 31");
    }
    this.algorithm = algorithm;
    this.cost = cost;
    this.highest = cost;
    this.thread = new BoundedExecutor("password-hashing", queue);
  }

  @Override
  public Optional<PasswordHash> hash(Password password, Requester requester) {
    return thread
        .run(requester, () -> algorithm.hash(PasswordDigest.of(password)))
        .map(hash -> new PasswordHash(new String(hash, StandardCharsets.US_ASCII)));
  }

  @Override
  public Verdict verify(Password password, Optional<PasswordHash> hash, Requester requester) {
    return thread
        .run(requester, () -> matches(PasswordDigest.of(password), hash))
        .map(matches -> matches ? Verdict.MATCH : Verdict.MISMATCH)
        .orElse(Verdict.BUSY);
  }

  @Override
  public boolean needsRehash(PasswordHash hash) {
    return costOf(hash) < cost;
  }

  /**
   * A mismatch takes as long as the highest cost in use, whatever the cost of this hash: 2^c
   * rounds, followed by dummy hashes of 2^c, 2^(c+1) … rounds, add up to the rounds of the highest
   * cost.
   */
  private boolean matches(byte[] digest, Optional<PasswordHash> hash) {
    int used = hash.map(BcryptPasswordHasher::costOf).orElse(0);
    highest = Math.max(highest, used);
    if (hash.isPresent() && compare(digest, hash.get())) {
      return true;
    }
    if (used < MIN_COST) {
      compare(digest, dummy(highest));
    }
    for (int rest = used; rest >= MIN_COST && rest < highest; rest++) {
      compare(digest, dummy(rest));
    }
    return false;
  }

  private boolean compare(byte[] digest, PasswordHash hash) {
    return algorithm.matches(digest, hash.value().getBytes(StandardCharsets.US_ASCII));
  }

  /** The cost of a bcrypt hash, or 0 if the text is not one. */
  private static int costOf(PasswordHash hash) {
    Matcher found = FORM.matcher(hash.value());
    int cost = found.matches() ? Integer.parseInt(found.group(1)) : 0;
    return cost <= MAX_COST ? cost : 0;
  }

  /** Tells waiting callers and all later ones that the hasher is busy. */
  @Override
  public void close() {
    thread.close();
  }

  /**
   * Salt and hash are arbitrary: checking against them takes as long as checking against real ones.
   */
  static PasswordHash dummy(int cost) {
    return new PasswordHash("$2a$%02d$%s".formatted(cost, "a".repeat(21) + "e" + "b".repeat(31)));
  }

  /** How many callers are waiting, not counting the one being served. */
  public int waiting() {
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
