package io.healthconnect.rest.appointment;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.TimeParser;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The range {@code from} to {@code to} of a list. An instant means that instant. A date means the
 * appointment's own date, in its own zone, so that the last date is part of the range.
 *
 * @param from the earliest instant that can be in the range
 * @param to the first instant that cannot
 */
record AppointmentRange(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay) {
  /** The zones furthest ahead of UTC and furthest behind. */
  private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

  private static final ZoneOffset LATEST = ZoneOffset.ofHours(-12);

  static AppointmentRange of(Exchange exchange) {
    Optional<String> from = exchange.query("from");
    Optional<String> to = exchange.query("to");
    Optional<LocalDate> firstDay = day("from", from);
    Optional<LocalDate> lastDay = day("to", to);
    return new AppointmentRange(
        firstDay
            .map(day -> day.atStartOfDay().toInstant(EARLIEST))
            .or(() -> from.map(text -> TimeParser.instant("from", text))),
        lastDay
            .map(day -> day.plusDays(1).atStartOfDay().toInstant(LATEST))
            .or(() -> to.map(text -> TimeParser.instant("to", text))),
        firstDay,
        lastDay);
  }

  /** The appointments of a page that are within the dates. */
  List<Appointment> of(List<Appointment> page) {
    return page.stream().filter(appointment -> hasDay(appointment.time().date())).toList();
  }

  private boolean hasDay(LocalDate day) {
    return firstDay.filter(day::isBefore).isEmpty() && lastDay.filter(day::isAfter).isEmpty();
  }

  private static Optional<LocalDate> day(String field, Optional<String> text) {
    return text.filter(TimeParser::isDate).map(date -> TimeParser.date(field, date));
  }
}
