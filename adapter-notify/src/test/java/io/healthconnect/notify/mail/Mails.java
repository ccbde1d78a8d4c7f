package io.healthconnect.notify.mail;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.notify.calendar.Entries;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Mails that tests send. */
final class Mails {
  static final URI SITE = URI.create("https://clinic.example");
  static final MailSender SENDER = MailSender.parse("The Clinic <clinic@clinic.example>");
  static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T10:00:00Z"), ZoneOffset.UTC);
  static final Preferences ENGLISH = new Preferences(Language.EN, ZoneId.of("Europe/Berlin"));
  static final Preferences SPANISH = new Preferences(Language.ES, ZoneId.of("America/Bogota"));
  static final CalendarEntry VISIT = Entries.scheduled();

  private Mails() {}

  /** As of a server without TLS. */
  static MailMessages clearMessages() {
    return new MailMessages(SENDER, URI.create("http://localhost:8080"), CLOCK);
  }

  static MailMessages messages() {
    return new MailMessages(SENDER, SITE, CLOCK);
  }

  static NoticeMail confirmed(Preferences reader) {
    return of(NoticeKind.VISIT_CONFIRMED, reader, Optional.of("Dr. Asha Rao"));
  }

  static NoticeMail of(NoticeKind kind, Preferences reader, Optional<String> from) {
    return new NoticeMail(
        "p1:7",
        Email.parse("nina@example.org"),
        reader,
        kind,
        from.map(PersonName::new),
        false,
        Optional.of(VISIT),
        kind.isWarning() ? Optional.empty() : Optional.of("token"));
  }

  static NoticeMail to(String address) {
    return new NoticeMail(
        "p1:7",
        Email.parse(address),
        ENGLISH,
        NoticeKind.VISIT_MOVED,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of("token"));
  }

  static NoticeMail own(NoticeKind kind, Preferences reader) {
    return new NoticeMail(
        "p1:7",
        Email.parse("nina@example.org"),
        reader,
        kind,
        Optional.of(new PersonName("Nina Berg")),
        true,
        Optional.of(VISIT),
        Optional.of("token"));
  }
}
