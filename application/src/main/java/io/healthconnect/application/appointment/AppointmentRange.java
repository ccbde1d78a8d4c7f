package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.Appointment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When the appointments of a list start. A date is the appointment's own, in its own zone.
 *
 * @param from at or after this instant
 * @param to before this instant
 * @param firstDay on or after this date
 * @param lastDay on or before this date
 */
public record AppointmentRange(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {
  /** All appointments. */
  public static final AppointmentRange ALL =
      new AppointmentRange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The zones furthest ahead of UTC and furthest behind. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

  /** The earliest instant that can be in the range, whatever the zone. */
  Optional<Instant> earliest() {
    return from.or(() -> firstDay.map(day -> day.atStartOfDay().toInstant(EARLIEST)));
  }

  /** The first instant that cannot be in the range any more. */
  Optional<Instant> end() {
    return to.or(() -> lastDay.map(day -> day.plusDays(1).atStartOfDay().toInstant(LATEST)));
  }

  /** Whether the date of an appointment between the two instants is in the range. */
  boolean hasDayOf(Appointment appointment) {
    LocalDate day = appointment.time().date();
    return firstDay.filter(day::isBefore).isEmpty() && lastDay.filter(day::isAfter).isEmpty();
  }
}
