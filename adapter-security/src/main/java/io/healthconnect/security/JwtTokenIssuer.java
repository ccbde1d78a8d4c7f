package io.healthconnect.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sessions as JSON web tokens, signed with HMAC-SHA-256. The algorithm is fixed in code and never
 * taken from a token's header.
 *
 * <p>JWT libraries tolerate what they do not need (extra header members, repeated claims, spare
 * bits in base64). This server is the only issuer, so a token counts only if it is, character for
 * character, the one that this server issues for its claims.
 */
public final class JwtTokenIssuer implements TokenIssuer {
  private static final int MAX_LENGTH = 4096;

  private static final String NAME = "health-connect";
  private static final int MIN_SECRET_BYTES = 32;
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private final Algorithm algorithm;
  private final JWTVerifier verifier;
  private final String header;
  private final Clock clock;

  /**
   * @param secret at least 256 bits
   * @throws IllegalArgumentException if it is shorter
   */
  public JwtTokenIssuer(byte[] secret, Clock clock) {
    if (secret.length < MIN_SECRET_BYTES) {
      throw new IllegalArgumentException("the secret must have at least 256 bits");
    }
    this.clock = clock;
    this.algorithm = Algorithm.HMAC256(secret);
    JWTVerifier.BaseVerification verification =
        (JWTVerifier.BaseVerification)
            JWT.require(algorithm)
                .withIssuer(NAME)
                .withAudience(NAME)
                .acceptLeeway(LEEWAY.toSeconds());
    this.verifier = verification.build(clock);
    String sample = JWT.create().sign(algorithm);
    this.header = sample.substring(0, sample.indexOf('.') + 1);
  }

  @Override
  public String issue(Session session, Role role) {
    return sign(
        new Claims(session.accountId(), role, session.id()),
        session.createdAt(),
        session.expiresAt());
  }

  @Override
  public Optional<Claims> verify(String token) {
    // The library fails on some headers that are no objects, so it sees ours alone.
    if (token.length() > MAX_LENGTH || !token.startsWith(header)) {
      return Optional.empty();
    }
    try {
      DecodedJWT read = verifier.verify(token);
      Claims claims =
          new Claims(
              new AccountId(text(read, "id")),
              Role.parse(text(read, "role")),
              new SessionId(text(read, "sid")));
      Instant issued = time(read, "iat");
      Instant expires = time(read, "exp");
      return sign(claims, issued, expires).equals(token) && isCurrent(issued, expires)
          ? Optional.of(claims)
          : Optional.empty();
    } catch (JWTVerificationException | InvalidValueException e) {
      return Optional.empty();
    }
  }

  private String sign(Claims claims, Instant issued, Instant expires) {
    return JWT.create()
        .withIssuer(NAME)
        .withAudience(NAME)
        .withClaim("id", claims.accountId().value())
        .withClaim("role", claims.role().code())
        .withClaim("sid", claims.sessionId().value())
        .withIssuedAt(issued)
        .withExpiresAt(expires)
        .sign(algorithm);
  }

  /** To the millisecond, where the library compares whole seconds. */
  private boolean isCurrent(Instant issued, Instant expires) {
    Instant now = clock.instant();
    return !issued.isAfter(now.plus(LEEWAY)) && expires.isAfter(now.minus(LEEWAY));
  }

  private static String text(DecodedJWT token, String claim) {
    return Optional.ofNullable(token.getClaim(claim).asString())
        .orElseThrow(() -> new JWTVerificationException("No text: " + claim));
  }

  private static Instant time(DecodedJWT token, String claim) {
    return Optional.ofNullable(token.getClaim(claim).asInstant())
        .orElseThrow(() -> new JWTVerificationException("No time: " + claim));
  }
}
