package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.healthconnect.domain.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * F-04: whatever is accepted as SDP describes encrypted media, and means the same to lenient
 * parsers.
 */
class SdpFuzzTest {
  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Sdp(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      assertEquals(text, Sdp.parse("offer", text, 32 * 1024).text());
    } catch (InvalidValueException refused) {
      return;
    }
    // The JDK recognises every line end, including a bare carriage return.
    List<String> lines = text.lines().toList();
    assertEquals("v=0", lines.get(0));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("a=fingerprint:sha-256 ")));
    assertFalse(lines.stream().anyMatch(line -> line.startsWith("a=crypto")));
    assertTrue(text.chars().allMatch(c -> c == '\r' || c == '\n' || !Character.isISOControl(c)));
  }
}
