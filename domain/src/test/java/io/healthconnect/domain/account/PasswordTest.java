package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class PasswordTest {
  /** G-07. */
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
