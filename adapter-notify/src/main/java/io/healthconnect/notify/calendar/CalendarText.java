package io.healthconnect.notify.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.notify.words.SafeNames;
import io.healthconnect.notify.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

/** Makes a calendar of the library, and its text. */
@SuppressWarnings("JavaUtilDate") // The library takes dates of this type.
final class CalendarText {
  private static final Duration AN_HOUR_BEFORE = Duration.builder().prior(true).hours(1).build();

  private final ICalendar calendar = new ICalendar();
  private final Words words;
  private final URI site;

  CalendarText(Calendar shown, URI site) {
    this.words = Words.of(shown.language());
    this.site = site;
    calendar.setProductId("-//Health Connect//EN");
    Map<ZoneId, TimezoneAssignment> zones = zones(shown.entries());
    for (CalendarEntry entry : shown.entries()) {
      VEvent event = event(entry);
      TimezoneAssignment zone = zones.get(entry.time().timeZone());
      if (zone != null) {
        // Otherwise the times are those of UTC.
        calendar.getTimezoneInfo().setTimezone(event.getDateStart(), zone);
        calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), zone);
      }
      calendar.addEvent(event);
    }
  }

  ICalendar calendar() {
    return calendar;
  }

  private static Map<ZoneId, TimezoneAssignment> zones(List<CalendarEntry> entries) {
    Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
    entries.stream()
        .map(each -> each.time().timeZone())
        .distinct()
        .forEach(zone -> zone(zone, entries).ifPresent(found -> zones.put(zone, found)));
    return zones;
  }

  private static Optional<TimezoneAssignment> zone(ZoneId zone, List<CalendarEntry> entries) {
    List<CalendarEntry> there =
        entries.stream().filter(each -> each.time().timeZone().equals(zone)).toList();
    Instant from =
        there.stream().map(CalendarEntry::startsAt).min(Comparator.naturalOrder()).orElseThrow();
    Instant to =
        there.stream().map(CalendarEntry::endsAt).max(Comparator.naturalOrder()).orElseThrow();
    return ZoneComponents.of(zone, from, to)
        .map(component -> new TimezoneAssignment(TimeZone.getTimeZone(zone), component));
  }

  private VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent();
    event.setUid(entry.id().value() + "@health-connect");
    event.setSequence(Math.toIntExact(entry.sequence()));
    event.setDateTimeStamp(Date.from(entry.changedAt()));
    event.setLastModified(Date.from(entry.changedAt()));
    event.setDateStart(new DateStart(Date.from(entry.startsAt()), true));
    event.setDateEnd(new DateEnd(Date.from(entry.endsAt()), true));
    event.setSummary(summary(entry));
    event.setUrl(site + "/visits/" + entry.id().value());
    event.setStatus(status(entry));
    if (entry.isCalledOff()) {
      event.setTransparency(Transparency.transparent());
    } else {
      Trigger before = new Trigger(AN_HOUR_BEFORE, Related.START);
      event.addAlarm(VAlarm.display(before, words.get("calendar.alarm")));
    }
    return event;
  }

  private String summary(CalendarEntry entry) {
    return entry
        .with()
        .flatMap(SafeNames::of)
        .map(name -> words.get("calendar.visit").replace("{who}", name))
        .orElseGet(() -> words.get("calendar.unnamed"));
  }

  private static Status status(CalendarEntry entry) {
    return switch (entry.status()) {
      case PENDING -> Status.tentative();
      case SCHEDULED, COMPLETED, NO_SHOW -> Status.confirmed();
      case DECLINED, CANCELLED -> Status.cancelled();
    };
  }

  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      // Names may contain quotation marks (RFC 6868).
      writer.setCaretEncodingEnabled(true);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FoldedLines.of(text.toString());
  }
}
