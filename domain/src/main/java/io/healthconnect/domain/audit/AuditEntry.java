package io.healthconnect.domain.audit;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An event with its place in the log. Each entry holds the hash of the one before, so that a
 * change, a gap or another order is found by {@link #follows}.
 *
 * @param number 1, 2, 3 …
 * @param previous the hash of the entry before; {@link #NONE} for the first
 * @param hash of everything else here
 */
public record AuditEntry(long number, AuditEvent event, String previous, String hash) {
  /** Stands for the hash of the entry before the first. */
  public static final String NONE = "0".repeat(64);

  /** The number of the first entry; what has a smaller one was never logged. */
  public static final long FIRST = 1;

  /** The entry of an event after the one with this number and hash. */
  public static AuditEntry after(long number, String hash, AuditEvent event) {
    return new AuditEntry(number + 1, event, hash, hashOf(number + 1, event, hash));
  }

  /** The first entry of a log. */
  public static AuditEntry first(AuditEvent event) {
    return after(FIRST - 1, NONE, event);
  }

  public AuditEntry next(AuditEvent nextEvent) {
    return after(number, hash, nextEvent);
  }

  /** Whether the hash is that of the content. */
  public boolean isIntact() {
    return hash.equals(hashOf(number, event, previous));
  }

  /** Whether this is the entry that came after {@code former}. */
  public boolean follows(AuditEntry former) {
    return number == former.number + 1 && previous.equals(former.hash);
  }

  private static String hashOf(long number, AuditEvent event, String previous) {
    MessageDigest digest = sha256();
    add(digest, Optional.of(previous));
    add(digest, Optional.of(Long.toString(number)));
    add(digest, Optional.of(event.action().code()));
    add(digest, event.actor().map(AccountId::value));
    add(digest, event.session().map(SessionId::value));
    add(digest, event.subject().map(AccountId::value));
    add(digest, event.object());
    add(digest, Optional.of(Long.toString(event.at().toEpochMilli())));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The length comes first, so that no two contents have one form. */
  private static void add(MessageDigest digest, Optional<String> part) {
    byte[] bytes = part.orElse("").getBytes(StandardCharsets.UTF_8);
    int length = part.isPresent() ? bytes.length : -1;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
