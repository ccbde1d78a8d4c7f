package io.healthconnect.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMailKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AccountTextsTest {
  private static MailText text(AccountMailKind kind, Language language) {
    boolean news = kind == AccountMailKind.EMAIL_CHANGED;
    return AccountTexts.of(
        new AccountLetter(
            "id",
            kind,
            new Email("nina@example.org"),
            language,
            news ? Optional.empty() : Optional.of("s3cret")),
        Mails.SITE);
  }

  @Test
  void saysWhatTheLinkIsForAndForHowLong() {
    MailText text = text(AccountMailKind.PASSWORD_RESET, Language.EN);
    assertEquals("Set a new password", text.subject());
    assertEquals(
        """
        Somebody has asked for a new password for the account with this address at clinic.example.

        Set a new password
        https://clinic.example/reset#s3cret

        The link works once, for 30 minutes.

        If it was not you, you need not do anything: without the link, the password stays as it is.
        """,
        text.plain());
    assertTrue(text.html().contains("href=\"https://clinic.example/reset#s3cret\""), text.html());
  }

  @Test
  void confirmsOnAPageOfItsOwn() {
    for (AccountMailKind kind :
        new AccountMailKind[] {AccountMailKind.EMAIL_CONFIRMATION, AccountMailKind.EMAIL_CHANGE}) {
      assertTrue(
          text(kind, Language.EN).plain().contains("\nhttps://clinic.example/verify#s3cret\n"));
    }
  }

  @Test
  void tellsTheFormerAddressWithoutALinkOrTheNewAddress() {
    MailText text = text(AccountMailKind.EMAIL_CHANGED, Language.EN);
    assertFalse(text.plain().contains("://"), text.plain());
    assertTrue(text.plain().contains("tell the practice at once"), text.plain());
  }

  @Test
  void hasWordsForEachKindInBothLanguages() {
    for (AccountMailKind kind : AccountMailKind.values()) {
      MailText english = text(kind, Language.EN);
      MailText spanish = text(kind, Language.ES);
      assertFalse(english.subject().equals(spanish.subject()), kind.code());
      assertTrue(spanish.html().contains("<html lang=\"es\">"), kind.code());
      assertFalse(spanish.plain().contains("{"), spanish.plain());
    }
  }
}
