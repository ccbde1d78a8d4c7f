package io.healthconnect.rest.doctor;

import io.healthconnect.application.doctor.SearchDoctors;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.Fields;
import io.healthconnect.rest.http.request.TimeParser;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Parses the query of a search in the directory. */
final class SearchParameters {
  private static final int MAX_TEXT = 200;

  private final Exchange exchange;

  private SearchParameters(Exchange exchange) {
    this.exchange = exchange;
  }

  static SearchDoctors.Query parse(Exchange exchange) {
    SearchParameters parameters = new SearchParameters(exchange);
    return new SearchDoctors.Query(parameters.search(), parameters.available());
  }

  private DoctorSearch search() {
    return new DoctorSearch(
        SearchWords.of(text("q")),
        Optional.of(text("specialization")).filter(s -> !s.isBlank()),
        exchange.query("language").map(Language::new),
        minExperience(),
        minRating(),
        exchange.query("sort").map(DoctorSearch.Sort::parse).orElse(DoctorSearch.Sort.NAME),
        exchange.page());
  }

  private String text(String name) {
    String text = exchange.text(name).orElse("");
    if (text.length() > MAX_TEXT) {
      throw InvalidValueException.tooLong(name, MAX_TEXT);
    }
    return text;
  }

  private int minExperience() {
    long years = exchange.number("minExperience").orElse(0L);
    if (years < 0 || years > 80) {
      throw InvalidValueException.outOfRange("minExperience", 0, 80);
    }
    return (int) years;
  }

  private double minRating() {
    String text = exchange.query("minRating").orElse("0");
    if (!text.matches("\\d(\\.\\d{1,20})?([eE]-\\d{1,3})?") || Double.parseDouble(text) > 5) {
      throw InvalidValueException.outOfRange("minRating", 0, 5);
    }
    return Double.parseDouble(text);
  }

  /** Either one date, or a first and a last one. */
  private Optional<DateRange> available() {
    Optional<DateRange> one = date("availableOn").map(DateRange::of);
    Optional<LocalDate> from = date("availableFrom");
    Optional<LocalDate> to = date("availableTo");
    if (from.isEmpty() && to.isEmpty()) {
      return one;
    }
    if (one.isPresent()) {
      throw new InvalidValueException(
          "availableOn", "must not be given with availableFrom and availableTo", Code.NOT_ALLOWED);
    }
    return Optional.of(
        range(
            Fields.required("availableFrom", from.orElse(null)),
            Fields.required("availableTo", to.orElse(null))));
  }

  private static DateRange range(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new InvalidValueException(
          "availableTo", "must not be before availableFrom", Code.OUT_OF_RANGE);
    }
    int max = SearchDoctors.Query.MAX_DAYS;
    if (!to.isBefore(from.plusDays(max))) {
      throw new InvalidValueException(
          "availableTo",
          "must be less than " + max + " days after availableFrom",
          Code.TOO_LONG,
          Map.of("max", (long) max));
    }
    return new DateRange(from, to);
  }

  private Optional<LocalDate> date(String name) {
    return exchange.query(name).map(text -> TimeParser.date(name, text));
  }
}
