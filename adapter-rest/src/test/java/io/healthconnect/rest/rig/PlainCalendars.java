package io.healthconnect.rest.rig;

import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.calendar.CalendarWriter;
import java.util.stream.Collectors;

/** Writes a line of words for each entry. */
public final class PlainCalendars implements CalendarWriter {
  @Override
  public String file(Calendar calendar) {
    return calendar.entries().stream()
        .map(PlainCalendars::line)
        .collect(Collectors.joining("", calendar.language().code() + "\n", ""));
  }

  @Override
  public String feed(Calendar calendar) {
    return "feed " + file(calendar);
  }

  private static String line(CalendarEntry entry) {
    return entry.with().map(name -> name.value()).orElse("-")
        + ' '
        + entry.time().startTime()
        + ' '
        + entry.status().code()
        + ' '
        + entry.sequence()
        + '\n';
  }
}
