package io.healthconnect.domain.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Lets whoever holds its secret set a new password, once. Only the hash of the secret is kept, so
 * that who reads the store cannot use it.
 *
 * @param hash {@link #hashOf} of the secret
 */
public record ResetToken(String hash, AccountId accountId, Instant createdAt, Instant expiresAt) {
  /** How long a token can be used. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  /**
   * How many tokens an account has at most; a new one takes the place of the oldest. Mails that
   * anybody can ask for make one in five minutes, so they leave room for the link of an admin.
   */
  public static final int MOST = 10;

  /** A token that can be used from now on. */
  public static ResetToken create(String secret, AccountId accountId, Instant now) {
    return new ResetToken(hashOf(secret), accountId, now, now.plus(LIFE));
  }

  public boolean isValidAt(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** SHA-256 in hexadecimal. A secret has 256 random bits, so a quick hash keeps it well enough. */
  public static String hashOf(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
