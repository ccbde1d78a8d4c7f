package io.healthconnect.security;

import io.healthconnect.domain.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Short-lived credentials for a TURN server that shares a secret with this one (coturn's {@code
 * use-auth-secret}, draft-uberti-behave-turn-rest-00). The name holds no account id, so that the
 * TURN server's log tells nothing about people.
 */
public final class TurnCredentials {
  /** How long a credential opens new allocations unless the settings say otherwise. */
  public static final Duration DEFAULT_LIFE = Duration.ofMinutes(10);

  private final byte[] secret;
  private final Duration life;
  private final Clock clock;
  private final IdGenerator ids;

  /** What a client hands to the TURN server. */
  public record Credential(String username, String credential, Instant expiresAt) {
    @Override
    public String toString() {
      return "Credential[hidden]";
    }
  }

  /** With the default life. */
  public TurnCredentials(String secret, Clock clock, IdGenerator ids) {
    this(secret, DEFAULT_LIFE, clock, ids);
  }

  public TurnCredentials(String secret, Duration life, Clock clock, IdGenerator ids) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("the TURN secret must not be empty");
    }
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.life = life;
    this.clock = clock;
    this.ids = ids;
  }

  /** A new credential, different each time. */
  public Credential issue() {
    long expiry = clock.instant().plus(life).getEpochSecond();
    String username = expiry + ":" + ids.next();
    return new Credential(username, sign(username), Instant.ofEpochSecond(expiry));
  }

  private String sign(String username) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1"); // the scheme fixes SHA-1; as a MAC it is still sound
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] code = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }
}
