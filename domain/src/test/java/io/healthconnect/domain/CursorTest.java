package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CursorTest {
  @Test
  void readsTheNumbersThatStoresHaveWritten() {
    assertEquals(-12, Cursor.number("-12"));
    for (String made : new String[] {"", "1.5", "1:2", "x"}) {
      assertThrows(InvalidValueException.class, () -> Cursor.number(made), made);
    }
  }

  @Test
  void splitsAKeyOfTwoPartsAtTheFirstColon() {
    assertArrayEquals(new String[] {"12", "ng: brown"}, Cursor.twoParts("12:ng: brown"));
    assertArrayEquals(new String[] {"", ""}, Cursor.twoParts(":"));
    assertThrows(InvalidValueException.class, () -> Cursor.twoParts("12"));
  }
}
