package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TokenIssuer.Claims;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JwtTokenIssuerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final byte[] SECRET =
      "an odd secret of 32 bytes, or so".getBytes(StandardCharsets.US_ASCII);

  private static JwtTokenIssuer at(Instant now) {
    return new JwtTokenIssuer(SECRET, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Session session(Instant from, Instant to) {
    return new Session(
        new SessionId("session-1"), new AccountId("account-1"), from, to, ClientSoftware.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void readsWhatItIssued(Role role) {
    String token = at(NOW).issue(session(NOW, NOW.plus(Duration.ofDays(7))), role);
    assertEquals(
        Optional.of(new Claims(new AccountId("account-1"), role, new SessionId("session-1"))),
        at(NOW).verify(token));
  }

  /** T-07. */
  @ParameterizedTest
  @CsvSource({"59000,1", "59999,1", "60000,0", "60999,0", "61000,0"})
  void t07AcceptsTokensThatExpiredLessThanAMinuteAgo(long millisAgo, long accepted) {
    Instant expiry = NOW.plusSeconds(3600);
    String token = at(NOW).issue(session(NOW, expiry), Role.DOCTOR);
    assertEquals(accepted, at(expiry.plusMillis(millisAgo)).verify(token).stream().count());
  }

  @ParameterizedTest
  @CsvSource({"59000,1", "60000,1", "60001,0", "61000,0"})
  void t07AcceptsTokensIssuedAtMostAMinuteAhead(long millisAhead, long accepted) {
    String token = at(NOW).issue(session(NOW, NOW.plusSeconds(3600)), Role.DOCTOR);
    assertEquals(accepted, at(NOW.minusMillis(millisAhead)).verify(token).stream().count());
  }

  /** Others may read our tokens with a library, such as a proxy that checks sessions. */
  @Test
  void aLibraryReadsWhatItIssued() {
    Instant expiry = NOW.plusSeconds(3600);
    String token = at(NOW).issue(session(NOW, expiry), Role.PATIENT);
    JWTVerifier.BaseVerification verification =
        (JWTVerifier.BaseVerification)
            JWT.require(Algorithm.HMAC256(SECRET))
                .withIssuer("health-connect")
                .withAudience("health-connect");
    DecodedJWT read = verification.build(Clock.fixed(NOW, ZoneOffset.UTC)).verify(token);
    assertEquals("JWT", read.getType());
    assertEquals("account-1", read.getClaim("id").asString());
    assertEquals("patient", read.getClaim("role").asString());
    assertEquals("session-1", read.getClaim("sid").asString());
    assertEquals(NOW, read.getIssuedAtAsInstant());
    assertEquals(expiry, read.getExpiresAtAsInstant());
    assertEquals(7, read.getClaims().size());
  }

  @Test
  void refusesSecretsBelow256Bits() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    assertThrows(IllegalArgumentException.class, () -> new JwtTokenIssuer(new byte[31], clock));
  }
}
