package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @Test
  void isAPrimaryTagInLowerCase() {
    assertEquals("en", new Language("en").tag());
    assertEquals("fil", new Language("fil").tag());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "e", "engl", "EN", "en-GB", "e1", "en\n", " en", "ñu", "en es"})
  void refusesEverythingElse(String tag) {
    assertThrows(InvalidValueException.class, () -> new Language(tag));
  }
}
