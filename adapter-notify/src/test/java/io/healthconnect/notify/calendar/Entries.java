package io.healthconnect.notify.calendar;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.calendar.CalendarEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Entries of calendars. */
public final class Entries {
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private Entries() {}

  /** On 2 March 2027 at 10:00 in Berlin. */
  public static CalendarEntry scheduled() {
    return at("2027-03-02T09:00:00Z", "Europe/Berlin", AppointmentStatus.SCHEDULED);
  }

  /** Half an hour from this instant on. */
  public static CalendarEntry at(String instant, String zone, AppointmentStatus status) {
    return at("v1", Instant.parse(instant), ZoneId.of(zone), status);
  }

  static CalendarEntry at(String id, Instant start, ZoneId zone, AppointmentStatus status) {
    ZonedDateTime from = start.atZone(zone);
    ZonedDateTime to = start.plus(LENGTH).atZone(zone);
    return new CalendarEntry(
        new AppointmentId(id),
        Optional.of(new PersonName("Dr. Asha Rao")),
        new AppointmentTime(
            from.toLocalDate(),
            from.toLocalTime(),
            to.toLocalTime(),
            zone,
            new TimeSlot(from.toInstant(), to.toInstant())),
        status,
        2,
        Instant.parse("2027-03-01T09:00:00.007Z"));
  }

  static CalendarEntry with(String name) {
    CalendarEntry entry = scheduled();
    return new CalendarEntry(
        entry.id(),
        Optional.of(new PersonName(name)),
        entry.time(),
        entry.status(),
        entry.sequence(),
        entry.changedAt());
  }

  /** The entry after so many changes. */
  static CalendarEntry changed(CalendarEntry entry, AppointmentStatus status, long sequence) {
    return new CalendarEntry(
        entry.id(), entry.with(), entry.time(), status, sequence, entry.changedAt());
  }
}
