package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.healthconnect.domain.account.Email;
import io.healthconnect.testkit.RandomIds;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** G-05: a device that has logged in before is recognised, and nobody can forge that. */
class HmacDeviceMarkersTest {
  private static final Email PAUL = Email.parse("paul@example.org");
  private static final Email DORA = Email.parse("dora@example.org");

  private final HmacDeviceMarkers markers = markers("a".repeat(32));

  private static HmacDeviceMarkers markers(String secret) {
    return new HmacDeviceMarkers(secret.getBytes(StandardCharsets.UTF_8), new RandomIds(1));
  }

  private static Optional<String> device(String marker) {
    return Optional.of(marker.substring(0, 26));
  }

  @Test
  void provesALogInOfTheAccountOnTheDevice() {
    String marker = markers.issue(PAUL, Optional.empty());
    assertEquals(device(marker), markers.verify(PAUL, marker));
    assertEquals(Optional.empty(), markers.verify(DORA, marker));
    assertFalse(marker.contains("paul"));
    assertNotEquals(marker, markers.issue(PAUL, Optional.empty()));
  }

  @Test
  void aSharedDeviceKeepsTheLatestFiveAccounts() {
    String marker = markers.issue(PAUL, Optional.empty());
    for (int i = 0; i < 4; i++) {
      marker = markers.issue(Email.parse("p" + i + "@example.org"), Optional.of(marker));
    }
    assertEquals(device(marker), markers.verify(PAUL, marker));
    assertEquals(marker.length(), markers.issue(PAUL, Optional.of(marker)).length());
    String six = markers.issue(DORA, Optional.of(marker));
    assertEquals(device(marker), markers.verify(DORA, six));
    assertEquals(Optional.empty(), markers.verify(PAUL, six));
    assertEquals(device(marker), markers.verify(Email.parse("p0@example.org"), six));
  }

  @Test
  void refusesWhatWasNotMadeHere() {
    String marker = markers.issue(PAUL, Optional.empty());
    String other = markers("b".repeat(32)).issue(PAUL, Optional.empty());
    for (String text :
        new String[] {
          "",
          ".",
          other,
          marker.substring(0, 26),
          marker + ".",
          marker + "x",
          "b".repeat(26) + marker.substring(26),
          marker.toUpperCase(java.util.Locale.ROOT),
          marker + "." + "A".repeat(43 * 20),
          "\u0000"
        }) {
      assertEquals(Optional.empty(), markers.verify(PAUL, text), text);
      String renewed = markers.issue(PAUL, Optional.of(text));
      assertEquals(device(renewed), markers.verify(PAUL, renewed));
    }
  }
}
