package io.healthconnect.application.outbox;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeRepository;
import io.healthconnect.domain.waiting.WaitingPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether a notice leaves the server, and finds what it says. */
final class NoticeContents {
  private final Ports ports;

  NoticeContents(Ports ports) {
    this.ports = ports;
  }

  /** What it reads, all of one store. */
  record Ports(
      AccountRepository accounts,
      PreferenceRepository preferences,
      AppointmentRepository appointments,
      NoticeRepository notices) {}

  /**
   * What is said, and to whom.
   *
   * @param preferences the language of the reader, and the zone of all times
   * @param from who made the change; empty if the system did, or the person is gone
   * @param visit the appointment that the notice is about, as it is now
   */
  record Content(
      Account reader,
      Preferences preferences,
      Optional<PersonName> from,
      Optional<CalendarEntry> visit) {}

  /**
   * Empty if nobody is told: the person does not want such notices by this channel, nobody can use
   * the account, what was to come is over, or the message was read meanwhile.
   */
  Optional<Content> of(Notice notice, Predicate<NoticeChannels> channel, Instant now) {
    Optional<Appointment> appointment = notice.appointment().flatMap(ports.appointments()::find);
    if (isOver(notice.kind(), appointment, now) || isReadMessage(notice)) {
      return Optional.empty();
    }
    return ports
        .accounts()
        .find(notice.to())
        .filter(reader -> !reader.standing().disabled())
        .filter(reader -> channel.test(channels(reader, notice.kind())))
        .map(reader -> content(notice, reader, appointment));
  }

  /** Of nothing but messages is the notice the only news; of a visit, the mail is kept too. */
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
      // Whoever still waits after the end is told too.
      case RUNNING_LATE ->
          !isAhead(
              appointment,
              visit -> visit.endsAt().plus(WaitingPolicy.CLOSES_AFTER_END).isAfter(now));
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

  private NoticeChannels channels(Account reader, NoticeKind kind) {
    return ports.notices().settings(reader.id(), reader.role()).channels(kind);
  }

  private Content content(Notice notice, Account reader, Optional<Appointment> appointment) {
    return new Content(
        reader,
        preferences(reader, appointment),
        notice
            .from()
            .flatMap(ports.accounts()::find)
            .map(Account::name)
            .filter(NoticeContents::isOne),
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
