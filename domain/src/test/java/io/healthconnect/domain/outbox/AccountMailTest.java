package io.healthconnect.domain.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountMailTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Email ANN = new Email("ann@example.org");

  @Test
  void hasOneNameForOneMail() {
    assertEquals("password_reset:ann@example.org", AccountMail.passwordReset(ANN, NOW).id());
    assertEquals(
        "email_change:p1:ann@example.org", AccountMail.change(new AccountId("p1"), ANN, NOW).id());
  }

  @Test
  void standsForTheNextForFiveMinutes() {
    AccountMail mail = AccountMail.passwordReset(ANN, NOW);
    assertTrue(mail.standsForOneAt(NOW.plusSeconds(300).minusMillis(1)));
    assertFalse(mail.standsForOneAt(NOW.plusSeconds(300)));
  }

  @Test
  void newsIsWorthSendingLongerThanALink() {
    assertEquals(NOW.plus(Duration.ofHours(1)), AccountMail.passwordReset(ANN, NOW).expiresAt());
    assertEquals(
        NOW.plus(Duration.ofDays(1)),
        AccountMail.changed(new AccountId("p1"), ANN, NOW).expiresAt());
  }

  @Test
  void kindsAreRestoredByTheirCodes() {
    for (AccountMailKind kind : AccountMailKind.values()) {
      assertEquals(kind, AccountMailKind.restore(kind.code()));
    }
    assertThrows(IllegalArgumentException.class, () -> AccountMailKind.restore("other"));
  }

  @Test
  void aLetterHidesItsSecret() {
    AccountLetter letter =
        new AccountLetter(
            "id", AccountMailKind.PASSWORD_RESET, ANN, Language.EN, Optional.of("secret"));
    assertFalse(letter.toString().contains("secret"));
    assertFalse(letter.toString().contains("ann"));
  }
}
