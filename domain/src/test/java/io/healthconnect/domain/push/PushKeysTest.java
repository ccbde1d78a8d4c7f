package io.healthconnect.domain.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushKeysTest {
  /** The user agent of the example of RFC 8291. */
  private static final String PUBLIC =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

  private static String field(String p256dh, String auth) {
    return assertThrows(InvalidValueException.class, () -> PushKeys.parse(p256dh, auth)).field();
  }

  @Test
  void acceptsTheKeysOfABrowser() {
    PushKeys keys = PushKeys.parse(PUBLIC, AUTH);
    assertEquals(PUBLIC, keys.p256dh());
    assertEquals(AUTH, keys.auth());
    assertFalse(keys.toString().contains(AUTH));
    assertEquals(PUBLIC + "=", PushKeys.parse(PUBLIC + "=", AUTH + "==").p256dh());
  }

  @Test
  void refusesWhatIsNoPointOfTheCurve() {
    byte[] point = Base64.getUrlDecoder().decode(PUBLIC);
    point[64] ^= 1;
    assertEquals("keys.p256dh", field(text(point), AUTH));
    assertEquals("keys.p256dh", field(text(new byte[65]), AUTH));
    assertEquals("keys.p256dh", field(text(new byte[33]), AUTH));
    byte[] beyond = new byte[65];
    java.util.Arrays.fill(beyond, (byte) 0xff);
    beyond[0] = 4;
    assertEquals("keys.p256dh", field(text(beyond), AUTH));
  }

  @Test
  void refusesOtherTexts() {
    assertEquals("keys.p256dh", field("not base64!", AUTH));
    assertEquals("keys.auth", field(PUBLIC, "short"));
    assertEquals("keys.auth", field(PUBLIC, "x".repeat(101)));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
