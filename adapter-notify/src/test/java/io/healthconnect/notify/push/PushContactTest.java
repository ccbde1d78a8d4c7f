package io.healthconnect.notify.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushContactTest {
  @ParameterizedTest
  @ValueSource(strings = {"mailto:ops@clinic.example", "https://clinic.example/contact"})
  void isAMailAddressOrAPage(String text) {
    assertEquals(text, PushContact.parse(text).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ops@clinic.example",
        "mailto:ops",
        "mailto:ops@clinic.example extra",
        "http://clinic.example",
        "https://",
        "https:///x"
      })
  void isNothingElse(String text) {
    assertThrows(IllegalArgumentException.class, () -> PushContact.parse(text));
  }
}
