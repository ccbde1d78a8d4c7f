package io.healthconnect.notify.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VAlarm;
import org.junit.jupiter.api.Test;

class ICalendarWriterTest {
  private final ICalendarWriter writer = new ICalendarWriter(URI.create("https://clinic.example"));

  private String file(CalendarEntry... entries) {
    return writer.file(new Calendar(Language.EN, List.of(entries)));
  }

  @Test
  void writesAnAppointmentWithItsZone() {
    assertEquals(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Health Connect//EN
        BEGIN:VTIMEZONE
        TZID:Europe/Berlin
        BEGIN:DAYLIGHT
        DTSTART:20260329T020000
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:20261025T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:v1@health-connect
        SEQUENCE:2
        DTSTAMP:20270301T090000Z
        LAST-MODIFIED:20270301T090000Z
        DTSTART;TZID=Europe/Berlin:20270302T100000
        DTEND;TZID=Europe/Berlin:20270302T103000
        SUMMARY:Visit with Dr. Asha Rao
        URL:https://clinic.example/visits/v1
        STATUS:CONFIRMED
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER;RELATED=START:-PT1H
        DESCRIPTION:Your visit begins in an hour
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        """
            .replace("\n", "\r\n"),
        file(Entries.scheduled()));
  }

  @Test
  void anotherLibraryReadsTheSame() throws Exception {
    ReadCalendar read = ReadCalendar.of(file(Entries.scheduled()));
    Instant start = Instant.parse("2027-03-02T09:00:00Z");
    assertEquals(start, read.instant(0, "DTSTART", start));
    assertEquals(start.plusSeconds(1800), read.instant(0, "DTEND", start));
    assertEquals("v1@health-connect", read.of(0, "UID"));
    assertEquals("2", read.of(0, "SEQUENCE"));
    assertEquals("Visit with Dr. Asha Rao", read.of(0, "SUMMARY"));
    assertEquals("https://clinic.example/visits/v1", read.of(0, "URL"));
    VAlarm alarm = read.events().get(0).getAlarms().get(0);
    assertEquals("-PT1H", alarm.getRequiredProperty("TRIGGER").getValue());
  }

  @Test
  void everyStatusHasItsMark() throws Exception {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      CalendarEntry entry = Entries.at("2027-03-02T09:00:00Z", "Europe/Berlin", status);
      ReadCalendar read = ReadCalendar.of(file(entry));
      String mark =
          switch (status) {
            case PENDING -> "TENTATIVE";
            case SCHEDULED, COMPLETED, NO_SHOW -> "CONFIRMED";
            case DECLINED, CANCELLED -> "CANCELLED";
          };
      assertEquals(mark, read.of(0, "STATUS"), status.toString());
      int alarms = read.events().get(0).getAlarms().size();
      assertEquals(mark.equals("CANCELLED") ? 0 : 1, alarms, status.toString());
    }
  }

  @Test
  void case95AnyNameIsFoldedAndEscaped() throws Exception {
    for (String name :
        List.of(
            "Rao, Asha; MD",
            "C:\\new\\folder",
            "\"The Doc\" O'Neil",
            "\u00c4rztin " + "\ud83d\udc69\u200d\u2695\ufe0f".repeat(18),
            "\u738b\u5c0f\u660e".repeat(33),
            "\u05d3\u05e0\u05d4 \u0644\u064a\u0644\u0649",
            "x".repeat(100))) {
      String text = file(Entries.with(name));
      for (String line : text.split("\r\n", -1)) {
        assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        assertFalse(line.contains("\n") || line.contains("\r"), line);
      }
      boolean link = name.contains(":");
      ReadCalendar read = ReadCalendar.of(text);
      assertEquals(link ? "Visit" : "Visit with " + name, read.of(0, "SUMMARY"));
    }
  }

  @Test
  void namesNobodyWhoIsGoneAndPlantsNoLinks() throws Exception {
    CalendarEntry entry = Entries.scheduled();
    CalendarEntry gone =
        new CalendarEntry(
            entry.id(), Optional.empty(), entry.time(), entry.status(), 3, entry.changedAt());
    assertEquals("Visit", ReadCalendar.of(file(gone)).of(0, "SUMMARY"));
    CalendarEntry planted = Entries.with("Win at evil.example");
    assertEquals("Visit", ReadCalendar.of(file(planted)).of(0, "SUMMARY"));
  }

  /** A winter and a summer day, and the days around a change in between. */
  private static List<Instant> starts(ZoneId zone) {
    Instant winter = Instant.parse("2027-01-12T10:30:00Z");
    List<Instant> starts = new ArrayList<>(List.of(winter, winter.plus(Duration.ofDays(180))));
    var change = zone.getRules().nextTransition(winter);
    if (change != null && change.getInstant().isBefore(winter.plus(Duration.ofDays(300)))) {
      // The library is not exact within a day of a change.
      starts.add(change.getInstant().minus(Duration.ofDays(2)));
      starts.add(change.getInstant().plus(Duration.ofDays(2)));
    }
    return starts;
  }

  /**
   * Zones whose changes no rule of iCalendar says in a way that programs read alike, such as those
   * with a calendar of the moon, are written in UTC.
   */
  @Test
  void timesAreExactInEveryZone() throws Exception {
    List<CalendarEntry> entries = new ArrayList<>();
    // The library adds zones of its own to those of Java.
    ZoneId.getAvailableZoneIds().stream()
        .filter(id -> !id.startsWith("ical4j"))
        .map(ZoneId::of)
        .forEach(
            zone ->
                starts(zone)
                    .forEach(
                        start ->
                            entries.add(
                                Entries.at(
                                    "v" + entries.size(),
                                    start,
                                    zone,
                                    AppointmentStatus.SCHEDULED))));
    ReadCalendar read = ReadCalendar.of(writer.feed(new Calendar(Language.EN, entries)));
    assertTrue(entries.size() > 1000, () -> entries.size() + " entries");
    assertEquals(entries.size(), read.events().size());
    int local = 0;
    for (int i = 0; i < entries.size(); i++) {
      CalendarEntry entry = entries.get(i);
      Instant start = entry.startsAt();
      assertEquals(start, read.instant(i, "DTSTART", start), entry.time()::toString);
      assertEquals(entry.endsAt(), read.instant(i, "DTEND", start), entry.time()::toString);
      local += read.of(i, "DTSTART").endsWith("Z") ? 0 : 1;
    }
    assertTrue(local > entries.size() * 9 / 10, local + " with their zones");
  }

  @Test
  void writesTheSameTextForTheSameCalendar() {
    Calendar calendar = new Calendar(Language.ES, List.of(Entries.scheduled()));
    assertEquals(writer.feed(calendar), writer.feed(calendar));
  }

  @Test
  void aFeedHasANameAndIsReadAgain() throws Exception {
    ReadCalendar feed =
        ReadCalendar.of(writer.feed(new Calendar(Language.ES, List.of(Entries.scheduled()))));
    assertEquals("Cita con Dr. Asha Rao", feed.of(0, "SUMMARY"));
    for (String name : List.of("NAME", "X-WR-CALNAME")) {
      assertEquals("Citas (Health Connect)", feed.calendar().getRequiredProperty(name).getValue());
    }
    for (String name : List.of("REFRESH-INTERVAL", "X-PUBLISHED-TTL")) {
      assertEquals("PT30M", feed.calendar().getRequiredProperty(name).getValue());
    }
    assertEquals(1, feed.calendar().getComponents(Component.VTIMEZONE).size());
  }

  @Test
  void anEmptyFeedIsACalendar() throws Exception {
    String text = writer.feed(new Calendar(Language.EN, List.of()));
    assertTrue(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n"), text);
  }
}
