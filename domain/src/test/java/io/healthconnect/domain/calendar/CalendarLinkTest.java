package io.healthconnect.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarLinkTest {
  @Test
  void keepsTheHashOfTheSecretAlone() {
    Instant now = Instant.parse("2026-03-02T07:00:00Z");
    CalendarLink link = CalendarLink.create("the secret", new AccountId("p1"), now);
    assertEquals(CalendarLink.hashOf("the secret"), link.hash());
    assertFalse(link.toString().contains("the secret"));
    assertEquals(64, link.hash().length());
  }
}
