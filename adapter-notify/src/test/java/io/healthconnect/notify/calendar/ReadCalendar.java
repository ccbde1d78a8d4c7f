package io.healthconnect.notify.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Content;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;

/** What ical4j reads in a calendar, which must be valid. */
record ReadCalendar(Calendar calendar) {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  static ReadCalendar of(String text) throws IOException, ParserException {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    var result = calendar.validate();
    assertFalse(result.hasErrors(), () -> result.getEntries() + text);
    return new ReadCalendar(calendar);
  }

  List<VEvent> events() {
    return calendar.getComponents(Component.VEVENT);
  }

  /** A property of an event. */
  String of(int event, String property) {
    return events().get(event).getProperty(property).map(Content::getValue).orElse("");
  }

  /**
   * The instant that a property of an event means, by the zone in the calendar.
   *
   * @param about an instant with the same offset, which is how the library asks for the offset
   */
  Instant instant(int event, String property, Instant about) {
    Property time = events().get(event).getRequiredProperty(property);
    Optional<Parameter> zone = time.getParameter(Parameter.TZID);
    ZoneOffset offset =
        zone.map(id -> offset(id.getValue(), about.atOffset(ZoneOffset.UTC)))
            .orElse(ZoneOffset.UTC);
    assertEquals(zone.isEmpty(), time.getValue().endsWith("Z"));
    return LocalDateTime.parse(time.getValue().replace("Z", ""), LOCAL).toInstant(offset);
  }

  private ZoneOffset offset(String zone, OffsetDateTime at) {
    List<VTimeZone> zones = calendar.getComponents(Component.VTIMEZONE);
    Observance current =
        zones.stream()
            .filter(each -> each.getRequiredProperty(Property.TZID).getValue().equals(zone))
            .map(each -> each.getApplicableObservance(at))
            .findFirst()
            .orElseThrow();
    return ZoneOffset.of(current.getRequiredProperty(Property.TZOFFSETTO).getValue());
  }
}
