package io.healthconnect.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.notify.calendar.Entries;
import io.healthconnect.notify.words.VisitTimes;
import io.healthconnect.notify.words.Words;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NoticeTextsTest {
  private static final Optional<String> RAO = Optional.of("Dr. Asha Rao");

  private static MailText text(NoticeMail mail) {
    return NoticeTexts.of(mail, Mails.SITE);
  }

  private static MailText from(String name) {
    return text(Mails.of(NoticeKind.VISIT_CONFIRMED, Mails.ENGLISH, Optional.of(name)));
  }

  @Test
  void saysWhoWhenAndWhereToClickInEnglish() {
    MailText text = text(Mails.confirmed(Mails.ENGLISH));
    assertEquals("Your visit is confirmed", text.subject());
    assertEquals(
        """
        Your visit with Dr. Asha Rao is confirmed.

        Time of the visit: Tuesday, 2 March 2027, 10:00\u201310:30 (Central European Time, Europe/Berlin)

        Open in Health Connect
        https://clinic.example/visits/v1

        You receive this mail because you have an account at clinic.example. What it is about is \
        shown there, after you log in.

        Stop mails of this kind
        https://clinic.example/unsubscribe/token
        """,
        text.plain());
    assertTrue(text.html().contains("<html lang=\"en\">"), text.html());
    assertTrue(text.html().contains("href=\"https://clinic.example/visits/v1\""), text.html());
    assertTrue(text.html().contains("<bdi>Dr. Asha Rao</bdi>"), text.html());
    assertTrue(
        text.html().contains("href=\"https://clinic.example/unsubscribe/token\""), text.html());
  }

  @Test
  void saysTheSameInSpanishInTheZoneOfTheReader() {
    MailText text = text(Mails.confirmed(Mails.SPANISH));
    assertEquals("Su cita est\u00e1 confirmada", text.subject());
    assertEquals(
        List.of(
            "Su cita con Dr. Asha Rao est\u00e1 confirmada.",
            "",
            "Hora de la cita: martes, 2 de marzo de 2027, 04:00\u201304:30 (hora de Colombia,"
                + " America/Bogota)"),
        text.plain().lines().limit(3).toList());
    assertTrue(text.html().contains("<html lang=\"es\">"), text.html());
  }

  @Test
  void namesBothDatesOfAVisitOverMidnight() {
    CalendarEntry visit =
        Entries.at("2027-03-28T22:45:00Z", "Europe/London", AppointmentStatus.SCHEDULED);
    assertEquals(
        "Sunday, 28 March 2027, 23:45 \u2013 Monday, 29 March 2027, 00:15 (British Time,"
            + " Europe/London)",
        VisitTimes.of(visit, new Preferences(Language.EN, ZoneId.of("Europe/London"))));
  }

  @Test
  void hasWordsForEachKindThatIsMailedInEachLanguage() {
    assertEquals(Words.of(Language.EN).keys(), Words.of(Language.ES).keys());
    for (Language language : Language.values()) {
      Preferences reader = new Preferences(language, ZoneId.of("UTC"));
      for (NoticeKind kind : NoticeKind.values()) {
        for (Optional<String> from : List.of(RAO, Optional.<String>empty())) {
          MailText text = text(Mails.of(kind, reader, from));
          assertFalse(text.plain().contains("{") || text.html().contains("{"), text.plain());
          assertFalse(text.subject().contains("Rao"), text.subject());
        }
      }
    }
  }

  @Test
  void hasOtherWordsWhereNobodyMadeTheChange() {
    NoticeMail mail = Mails.of(NoticeKind.VISIT_DECLINED, Mails.ENGLISH, Optional.empty());
    String plain = text(mail).plain();
    assertTrue(plain.startsWith("The visit was not confirmed in time"), plain);
  }

  @Test
  void hasOtherWordsForWhoeverMadeTheChange() {
    for (Language language : Language.values()) {
      Preferences reader = new Preferences(language, ZoneId.of("UTC"));
      for (NoticeKind kind :
          List.of(NoticeKind.VISIT_DECLINED, NoticeKind.VISIT_MOVED, NoticeKind.VISIT_CANCELLED)) {
        String plain = text(Mails.own(kind, reader)).plain();
        assertTrue(plain.startsWith(language == Language.EN ? "You have" : "Usted ha"), plain);
        assertFalse(plain.contains("Nina"), plain);
      }
    }
  }

  @Test
  void leadsToThePageOfWhatItTells() {
    for (NoticeKind kind : NoticeKind.values()) {
      String page =
          switch (kind) {
            case MISSED_CALL -> "/calls";
            case NEW_MESSAGE -> "/messages";
            case NEW_SIGN_IN, PASSWORD_CHANGED, DATA_READ -> "/me";
            default -> "/visits/v1";
          };
      String plain = text(Mails.of(kind, Mails.ENGLISH, RAO)).plain();
      assertTrue(plain.contains("https://clinic.example" + page + "\n"), plain);
    }
  }

  @Test
  void offersNoWayToStopWarnings() {
    for (NoticeKind kind : NoticeKind.values()) {
      MailText text = text(Mails.of(kind, Mails.ENGLISH, RAO));
      assertEquals(!kind.isWarning(), text.plain().contains("/unsubscribe/"), text.plain());
      assertEquals(!kind.isWarning(), text.html().contains("/unsubscribe/"), text.html());
    }
  }

  @Test
  void escapesNamesInHtml() {
    String html = from("<b>\"O'Neil\" & Co</b>").html();
    assertTrue(
        html.contains("<bdi>&lt;b&gt;&quot;O&#39;Neil&quot; &amp; Co&lt;/b&gt;</bdi>")
            || html.contains("<bdi>Somebody</bdi>"),
        html);
    assertFalse(html.contains("<b>"), html);
  }

  @Test
  void keepsANameFromRightToLeftFromReorderingItsSentence() {
    assertTrue(from("\u05d3\u05e0\u05d4").plain().contains("\u2068\u05d3\u05e0\u05d4\u2069"));
    assertTrue(from("\u738b\u5c0f\u660e").plain().contains("with \u738b\u5c0f\u660e is"));
  }

  @Test
  void leavesOutNamesThatWouldBecomeLinks() {
    for (String name :
        List.of("Win at evil.example", "https://x", "a@b", "WWW.evil", "x evil.example/y")) {
      String plain = from(name).plain();
      assertTrue(plain.startsWith("Your visit with Somebody is confirmed."), plain);
    }
    for (String name : List.of("Dr. Ann Lee", "J. R. R. Tolkien", "Mary-Ann O'Neil, M.D.")) {
      assertTrue(from(name).plain().contains(name), name);
    }
  }
}
