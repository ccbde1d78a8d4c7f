package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ResetTokenTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void keepsTheHashOfItsSecretOnly() {
    ResetToken token = ResetToken.create("abc", new AccountId("ann"), NOW);
    // The example of FIPS 180.
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", token.hash());
    assertFalse(token.toString().contains("abc,"));
  }

  @Test
  void isValidForHalfAnHour() {
    ResetToken token = ResetToken.create("abc", new AccountId("ann"), NOW);
    assertTrue(token.isValidAt(NOW.plusSeconds(1800).minusMillis(1)));
    assertFalse(token.isValidAt(NOW.plusSeconds(1800)));
  }
}
