package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class LicenceNumberTest {
  @Test
  void isOneLineThatSaysSomething() {
    assertEquals("MD 4711 / Berlin", new LicenceNumber(" MD 4711\n/ Berlin ").value());
    assertThrows(InvalidValueException.class, () -> new LicenceNumber(" \u200b"));
    assertEquals(100, new LicenceNumber("1".repeat(100)).value().length());
    assertThrows(InvalidValueException.class, () -> new LicenceNumber("1".repeat(101)));
  }
}
