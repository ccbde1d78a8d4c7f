package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** F-04: no text made up by others is accepted as a session, and none breaks the reader. */
class TokenFuzzTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  /** Signs with a secret that nobody has; the seeds are signed with others. */
  private static final JwtTokenIssuer ISSUER =
      new JwtTokenIssuer(
          "a secret that no seed knows of..".getBytes(StandardCharsets.US_ASCII), CLOCK);

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Token(byte[] input) {
    assertEquals(Optional.empty(), ISSUER.verify(new String(input, StandardCharsets.UTF_8)));
  }
}
