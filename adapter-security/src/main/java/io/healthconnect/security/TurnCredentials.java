package io.healthconnect.security;

import io.healthconnect.domain.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Short-lived credentials for a TURN server that shares a secret with this one (coturn's {@code
 * use-auth-secret}, draft-uberti-behave-turn-rest-00). The user name holds no account id, so the
 * TURN server's log reveals nothing about people.
 */
public final class TurnCredentials {
  /** How long a credential can open new allocations unless the settings say otherwise. */
  public static final Duration DEFAULT_LIFE = Duration.ofMinutes(10);

  private final Hmac hmac;
  private final Duration life;
  private final Clock clock;
  private final IdGenerator ids;

  /** The user name and password that a client presents to the TURN server. */
  public record Credential(String username, String credential, Instant expiresAt) {
    @Override
    public String toString() {
      return "Credential[hidden]";
    }
  }

  /** Issues credentials with the default lifetime. */
  public TurnCredentials(String secret, Clock clock, IdGenerator ids) {
    this(secret, DEFAULT_LIFE, clock, ids);
  }

  public TurnCredentials(String secret, Duration life, Clock clock, IdGenerator ids) {
    if (secret.isEmpty()) {
      throw new IllegalArgumentException("the TURN secret must not be empty");
    }
    this.hmac = Hmac.sha1(secret.getBytes(StandardCharsets.UTF_8));
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
    return Base64.getEncoder().encodeToString(hmac.code(username));
  }
}
