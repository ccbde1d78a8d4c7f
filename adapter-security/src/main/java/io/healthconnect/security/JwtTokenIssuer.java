package io.healthconnect.security;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TokenIssuer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Sessions as JSON web tokens, signed with HMAC-SHA-256. The algorithm is fixed in code: what a
 * token's header says never chooses it.
 */
public final class JwtTokenIssuer implements TokenIssuer {
  private static final String NAME = "health-connect";
  private static final int MIN_SECRET_BYTES = 32;
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  private final Algorithm algorithm;
  private final JWTVerifier verifier;
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
  }

  @Override
  public String issue(Session session, Role role) {
    return JWT.create()
        .withIssuer(NAME)
        .withAudience(NAME)
        .withClaim("id", session.accountId().value())
        .withClaim("role", role.code())
        .withClaim("sid", session.id().value())
        .withIssuedAt(session.createdAt())
        .withExpiresAt(session.expiresAt())
        .sign(algorithm);
  }

  @Override
  public Optional<Claims> verify(String token) {
    try {
      return StrictToken.read(token)
          .filter(read -> read.isCurrentAt(clock.instant(), LEEWAY))
          .filter(read -> isSigned(token))
          .map(JwtTokenIssuer::claims);
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  private boolean isSigned(String token) {
    try {
      verifier.verify(token);
      return true;
    } catch (JWTVerificationException e) {
      return false;
    }
  }

  private static Claims claims(StrictToken token) {
    return new Claims(
        new AccountId(token.text("id")),
        Role.parse(token.text("role")),
        new SessionId(token.text("sid")));
  }
}
