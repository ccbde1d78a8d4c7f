package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountValuesTest {

  @Test
  void emailsIgnoreCaseAndSpaceAround() {
    assertEquals(new Email("ann@example.org"), Email.parse(" Ann@Example.ORG "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@b.c",
        "a@",
        "a@b",
        "a@.c",
        "a@b.",
        "a@b@c.d",
        "a b@c.d",
        "a\u0000@b.c",
        "a\u202E@b.c",
        "<a@b.c>",
        "a@b.c,d@e.f",
        "a@b.c\nBcc:x"
      })
  void refusesWhatIsNotAnEmail(String text) {
    assertThrows(InvalidValueException.class, () -> Email.parse(text));
  }

  @Test
  void emailsHaveAtMost254Characters() {
    for (int length : new int[] {253, 254}) {
      assertEquals(length, Email.parse(email(length)).value().length());
    }
    assertThrows(InvalidValueException.class, () -> Email.parse(email(255)));
    assertThrows(InvalidValueException.class, () -> Email.parse(email(100_000)));
  }

  private static String email(int length) {
    return "a@" + "b".repeat(length - 4) + ".c";
  }

  @Test
  void namesHaveOneTo100CodePoints() {
    for (int length : new int[] {1, 99, 100}) {
      assertEquals("x".repeat(length), new PersonName("x".repeat(length)).value());
    }
    for (int length : new int[] {0, 101, 100_000}) {
      assertThrows(InvalidValueException.class, () -> new PersonName("x".repeat(length)));
    }
    assertEquals("Ann", new PersonName("Ann  Lee").first());
    assertEquals("Ann", new PersonName("Ann").first());
  }

  @Test
  void passwordsHave8To128CodePointsAndAreNotTrimmed() {
    String face = "\uD83D\uDE00";
    for (int length : new int[] {8, 9, 127, 128}) {
      assertEquals(face.repeat(length), new Password(face.repeat(length)).value());
    }
    for (int length : new int[] {0, 7, 129, 100_000}) {
      assertThrows(InvalidValueException.class, () -> new Password(face.repeat(length)));
    }
    assertEquals(" 123456 ", new Password(" 123456 ").value());
    assertEquals(new Password("caf\u00E912345"), new Password("cafe\u030112345"));
    assertFalse(new Password("12345678").toString().contains("12345678"));
  }
}
