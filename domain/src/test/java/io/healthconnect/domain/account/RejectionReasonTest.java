package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import org.junit.jupiter.api.Test;

class RejectionReasonTest {
  @Test
  void isOneLineThatSaysSomething() {
    assertEquals("No licence number", new RejectionReason(" No licence\nnumber ").value());
    assertThrows(InvalidValueException.class, () -> new RejectionReason(" \u200b"));
    assertEquals(500, new RejectionReason("x".repeat(500)).value().length());
    assertThrows(InvalidValueException.class, () -> new RejectionReason("x".repeat(501)));
  }
}
