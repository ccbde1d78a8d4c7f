package io.healthconnect.notify.words;

import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.calendar.CalendarEntry;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Writes the time of an appointment in the zone of the reader, and names that zone. */
public final class VisitTimes {
  private VisitTimes() {}

  public static String of(CalendarEntry visit, Preferences reader) {
    Locale locale = reader.language().locale();
    Words words = Words.of(reader.language());
    DateTimeFormatter date = DateTimeFormatter.ofPattern(words.get("date"), locale);
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", locale);
    ZoneId zone = reader.timeZone();
    ZonedDateTime start = visit.startsAt().atZone(zone);
    ZonedDateTime end = visit.endsAt().atZone(zone);
    boolean oneDay = start.toLocalDate().equals(end.toLocalDate());
    return date.format(start)
        + ", "
        + time.format(start)
        + (oneDay ? "\u2013" : " \u2013 " + date.format(end) + ", ")
        + time.format(end)
        + " ("
        + zone.getDisplayName(TextStyle.FULL, locale)
        + ", "
        + zone.getId()
        + ")";
  }
}
