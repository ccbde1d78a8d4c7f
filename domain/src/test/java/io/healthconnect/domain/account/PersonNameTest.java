package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class PersonNameTest {
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
}
