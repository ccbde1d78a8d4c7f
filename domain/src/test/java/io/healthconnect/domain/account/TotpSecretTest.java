package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TotpSecretTest {
  /** The secret of the test vectors of RFC 6238. */
  private static final TotpSecret SECRET = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  @Test
  void readsBase32() {
    assertArrayEquals("12345678901234567890".getBytes(StandardCharsets.US_ASCII), SECRET.bytes());
  }

  @Test
  void tellsAppsWhatTheyNeed() {
    assertEquals(
        "otpauth://totp/Health%20Connect:paul%2Bhealth%40example.org"
            + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Health%20Connect"
            + "&algorithm=SHA1&digits=6&period=30",
        SECRET.uri(Email.parse("paul+health@example.org")));
  }

  @Test
  void acceptsNothingElse() {
    for (String text : new String[] {"", "GEZDGNBV", "a".repeat(32), "1".repeat(32)}) {
      assertThrows(IllegalArgumentException.class, () -> new TotpSecret(text));
    }
  }

  @Test
  void hidesItself() {
    assertFalse(SECRET.toString().contains(SECRET.base32()));
  }
}
