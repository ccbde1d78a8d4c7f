package io.healthconnect.application.outbox;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.domain.outbox.OutboxEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides what the mail of a notice says, and whether there is one. */
final class NoticeMails {
  private final SendQueuedMail.Ports ports;

  NoticeMails(SendQueuedMail.Ports ports) {
    this.ports = ports;
  }

  /**
   * Empty if there is none: the person wants no mail about such notices, nobody can use the
   * account, what was to come is over, or the message was read meanwhile.
   */
  Optional<NoticeMail> of(OutboxEntry entry, Instant now) {
    Notice notice = entry.notice();
    Optional<Appointment> appointment = notice.appointment().flatMap(ports.appointments()::find);
    if (isOver(notice.kind(), appointment, now) || isReadMessage(notice)) {
      return Optional.empty();
    }
    return ports
        .accounts()
        .find(notice.to())
        .filter(reader -> !reader.standing().disabled() && wants(reader, notice.kind()))
        .map(reader -> mail(entry, reader, appointment));
  }

  /** A mail about a visit is kept by people, and so goes out although its notice was read. */
  private boolean isReadMessage(Notice notice) {
    return notice.kind() == NoticeKind.NEW_MESSAGE
        && ports.notices().isRead(notice.to(), notice.seq());
  }

  /** Reminders and delays tell of what is to come, and are of no use afterwards. */
  private static boolean isOver(NoticeKind kind, Optional<Appointment> appointment, Instant now) {
    return switch (kind) {
      case VISIT_REMINDER -> !isAhead(appointment, visit -> visit.startsAt().isAfter(now));
      case DOCTOR_UNAVAILABLE ->
          appointment
              .filter(visit -> visit.status().occupies())
              .filter(visit -> visit.time().slot().startsAt().isAfter(now))
              .isEmpty();
      case RUNNING_LATE -> !isAhead(appointment, visit -> visit.endsAt().isAfter(now));
      case VISIT_REQUESTED,
          VISIT_CONFIRMED,
          VISIT_DECLINED,
          VISIT_MOVED,
          VISIT_CANCELLED,
          REVIEW_RECEIVED,
          MISSED_CALL,
          NEW_MESSAGE,
          NEW_SIGN_IN,
          PASSWORD_CHANGED,
          DATA_READ ->
          false;
    };
  }

  private static boolean isAhead(Optional<Appointment> appointment, Predicate<TimeSlot> test) {
    return appointment
        .filter(visit -> visit.status() == AppointmentStatus.SCHEDULED)
        .filter(visit -> test.test(visit.time().slot()))
        .isPresent();
  }

  private boolean wants(Account reader, NoticeKind kind) {
    return ports.notices().settings(reader.id(), reader.role()).channels(kind).mail();
  }

  private NoticeMail mail(OutboxEntry entry, Account reader, Optional<Appointment> appointment) {
    Notice notice = entry.notice();
    return new NoticeMail(
        entry.id(),
        reader.email(),
        preferences(reader, appointment),
        notice.kind(),
        notice.from().flatMap(ports.accounts()::find).map(Account::name).filter(NoticeMails::isOne),
        notice.isOwn(),
        appointment.map(visit -> entry(visit, reader.id())),
        unsubscribeToken(new MailSubscription(reader.id(), notice.kind())));
  }

  private Optional<String> unsubscribeToken(MailSubscription subscription) {
    return subscription.kind().isWarning()
        ? Optional.empty()
        : Optional.of(ports.tokens().issue(subscription));
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
