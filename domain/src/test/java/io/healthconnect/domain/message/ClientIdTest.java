package io.healthconnect.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class ClientIdTest {
  @Test
  void clientIdsAre1To64PrintableCharacters() {
    for (int length : new int[] {1, 63, 64}) {
      assertEquals(length, new ClientId("x".repeat(length)).value().length());
    }
    for (String text : new String[] {"", "x".repeat(65), "a b", "\u00E9", "a\u007F"}) {
      assertThrows(InvalidValueException.class, () -> new ClientId(text));
    }
  }
}
