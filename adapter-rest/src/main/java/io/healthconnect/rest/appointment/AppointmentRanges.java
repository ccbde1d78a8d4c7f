package io.healthconnect.rest.appointment;

import io.healthconnect.application.appointment.AppointmentRange;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.TimeParser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the range {@code from} to {@code to} of a list; each is an instant or a date. */
final class AppointmentRanges {
  private AppointmentRanges() {}

  static AppointmentRange of(Exchange exchange) {
    Optional<String> from = exchange.query("from");
    Optional<String> to = exchange.query("to");
    return new AppointmentRange(
        instant("from", from), instant("to", to), day("from", from), day("to", to));
  }

  private static Optional<Instant> instant(String field, Optional<String> text) {
    return text.filter(time -> !TimeParser.isDate(time))
        .map(time -> TimeParser.instant(field, time));
  }

  private static Optional<LocalDate> day(String field, Optional<String> text) {
    return text.filter(TimeParser::isDate).map(date -> TimeParser.date(field, date));
  }
}
