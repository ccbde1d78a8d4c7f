package io.healthconnect.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.notify.mail.SmtpAddress.Security;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SmtpAddressTest {
  @Test
  void readsTheFormsOfAnAddress() {
    assertEquals(
        new SmtpAddress(
            Security.TLS, "mail.example", 465, Optional.of("clinic"), Optional.of("s+cret")),
        SmtpAddress.parse("smtps://clinic:s+cret@mail.example"));
    assertEquals(
        new SmtpAddress(
            Security.STARTTLS, "10.0.0.1", 2525, Optional.of("a@b"), Optional.of("p:/ w")),
        SmtpAddress.parse("smtp://a%40b:p%3A%2F%20w@10.0.0.1:2525"));
    assertEquals(
        new SmtpAddress(Security.NONE, "localhost", 587, Optional.empty(), Optional.empty()),
        SmtpAddress.parse("smtp://localhost?tls=none"));
  }

  @Test
  void refusesEverythingElse() {
    for (String text :
        List.of(
            "",
            "mail.example",
            "http://mail.example",
            "smtp://",
            "smtp://clinic@mail.example",
            "smtp://mail.example:0",
            "smtp://mail.example:65536",
            "smtp://mail.example/path",
            "smtp://mail.example?tls=off",
            "smtps://mail.example?tls=none",
            "smtp://a:b@c:d@mail.example",
            "smtp://a:b%zz@mail.example",
            "smtp://mail.example\n")) {
      assertThrows(IllegalArgumentException.class, () -> SmtpAddress.parse(text), text);
    }
  }

  @Test
  void showsNoSecret() {
    String text = SmtpAddress.parse("smtps://clinic:secret@mail.example").toString();
    assertFalse(text.contains("secret") || text.contains("clinic"), text);
  }
}
