package io.healthconnect.application.outbox;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.domain.outbox.OutboxEntry;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Decides what the mail of a notice says, and whether there is one. */
final class NoticeMails {
  private final SendQueuedMail.Ports ports;

  NoticeMails(SendQueuedMail.Ports ports) {
    this.ports = ports;
  }

  /** Empty if there is none: for this kind of notice, or to an account that nobody can use. */
  Optional<NoticeMail> of(OutboxEntry entry) {
    Notice notice = entry.notice();
    return ports
        .accounts()
        .find(notice.to())
        .filter(reader -> NoticeMail.KINDS.contains(notice.kind()) && !reader.standing().disabled())
        .map(reader -> mail(entry, reader));
  }

  private NoticeMail mail(OutboxEntry entry, Account reader) {
    Notice notice = entry.notice();
    Optional<Appointment> appointment = notice.appointment().flatMap(ports.appointments()::find);
    return new NoticeMail(
        entry.id(),
        reader.email(),
        preferences(reader, appointment),
        notice.kind(),
        notice.from().flatMap(ports.accounts()::find).map(Account::name).filter(NoticeMails::isOne),
        appointment.map(visit -> entry(visit, reader.id())));
  }

  private static boolean isOne(PersonName name) {
    return !name.equals(PersonName.FORMER);
  }

  /** Who never said so is written to in English, in the zone of the appointment. */
  private Preferences preferences(Account reader, Optional<Appointment> appointment) {
    return ports
        .preferences()
        .find(reader.id())
        .orElseGet(
            () ->
                new Preferences(
                    Language.EN,
                    appointment
                        .<ZoneId>map(visit -> visit.time().timeZone())
                        .orElse(ZoneOffset.UTC)));
  }

  private CalendarEntry entry(Appointment appointment, AccountId reader) {
    return CalendarEntry.of(
        appointment, ports.accounts().find(appointment.other(reader)).map(Account::name));
  }
}
