package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TurnCredentialsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  @Test
  void signsTheExpiryAndAnOpaqueIdAsCoturnExpects() {
    TurnCredentials.Credential credential =
        new TurnCredentials("north", CLOCK, () -> "opaque").issue();
    assertEquals("1700000600:opaque", credential.username());
    // printf 1700000600:opaque | openssl dgst -sha1 -hmac north -binary | base64
    assertEquals("parl6t2gux7RZYKO5X8Pf5t/AuU=", credential.credential());
    assertEquals(Instant.ofEpochSecond(1_700_000_600), credential.expiresAt());
    assertFalse(credential.toString().contains(credential.credential()));
  }

  @Test
  void isValidForTheGivenTime() {
    assertEquals(
        Instant.ofEpochSecond(1_700_000_005),
        new TurnCredentials("north", Duration.ofSeconds(5), CLOCK, () -> "opaque")
            .issue()
            .expiresAt());
  }

  @Test
  void refusesAnEmptySecret() {
    assertThrows(
        IllegalArgumentException.class, () -> new TurnCredentials("", CLOCK, () -> "opaque"));
  }
}
