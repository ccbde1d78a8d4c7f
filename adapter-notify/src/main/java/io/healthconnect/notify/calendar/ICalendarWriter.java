package io.healthconnect.notify.calendar;

import biweekly.ICalendar;
import biweekly.util.Duration;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarWriter;
import io.healthconnect.notify.words.Words;
import java.net.URI;

/** Writes iCalendar. */
public final class ICalendarWriter implements CalendarWriter {
  private static final int REFRESH_MINUTES = 30;

  private final URI site;

  /**
   * @param site the URL that people type, which links begin with
   */
  public ICalendarWriter(URI site) {
    this.site = site;
  }

  @Override
  public String file(Calendar calendar) {
    return new CalendarText(calendar, site).toString();
  }

  @Override
  public String feed(Calendar calendar) {
    CalendarText text = new CalendarText(calendar, site);
    ICalendar feed = text.calendar();
    Duration refresh = Duration.builder().minutes(REFRESH_MINUTES).build();
    String name = Words.of(calendar.language()).get("calendar.name");
    feed.setName(name);
    feed.setRefreshInterval(refresh);
    // The same for programs that do not know RFC 7986.
    feed.addExperimentalProperty("X-WR-CALNAME", name);
    feed.addExperimentalProperty("X-PUBLISHED-TTL", refresh.toString());
    return text.toString();
  }
}
