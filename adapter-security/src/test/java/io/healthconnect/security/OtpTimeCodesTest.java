package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.healthconnect.domain.account.TotpSecret;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtpTimeCodesTest {
  private final OtpTimeCodes codes = new OtpTimeCodes();

  /** G-14: the vectors of RFC 6238, appendix B, of which six digits count. */
  @Test
  void g14MakesTheCodesOfTheStandard() {
    TotpSecret secret = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    Map.of(
            59L, "287082",
            1111111109L, "081804",
            1111111111L, "050471",
            1234567890L, "005924",
            2000000000L, "279037",
            20000000000L, "353130")
        .forEach((seconds, code) -> assertEquals(code, codes.code(secret, seconds / 30)));
  }

  @Test
  void makesADifferentSecretEachTime() {
    assertNotEquals(codes.newSecret(), codes.newSecret());
  }
}
