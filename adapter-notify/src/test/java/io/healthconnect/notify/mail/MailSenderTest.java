package io.healthconnect.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MailSenderTest {
  @Test
  void readsAnAddressWithOrWithoutAName() {
    assertEquals(new MailSender("a@b.example", ""), MailSender.parse("a@b.example"));
    assertEquals(
        new MailSender("a@b.example", "Cl\u00ednica, Sur"),
        MailSender.parse("\"Cl\u00ednica, Sur\" <a@b.example>"));
  }

  @Test
  void refusesEverythingElse() {
    for (String text :
        List.of(
            "",
            "clinic",
            "a@b.example, c@d.example",
            "a b@c.example",
            "x: a@b.example;",
            "a@b.example\r\nBcc: c@d.example",
            "\u00f1@b.example")) {
      assertThrows(IllegalArgumentException.class, () -> MailSender.parse(text), text);
    }
  }
}
