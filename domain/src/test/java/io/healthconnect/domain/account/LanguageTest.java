package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class LanguageTest {
  @Test
  void isKnownByItsCode() {
    for (Language language : Language.values()) {
      assertEquals(language, Language.parse(language.code()));
    }
    assertEquals("es", Language.ES.code());
    assertEquals(Locale.ENGLISH, Language.EN.locale());
  }

  @Test
  void refusesOtherLanguages() {
    for (String code : List.of("", "EN", "fr", "es-CO")) {
      assertThrows(InvalidValueException.class, () -> Language.parse(code), code);
    }
  }
}
