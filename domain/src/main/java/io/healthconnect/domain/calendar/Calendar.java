package io.healthconnect.domain.calendar;

import io.healthconnect.domain.account.Language;
import java.util.List;

/**
 * What a calendar shows.
 *
 * @param language of its words
 */
public record Calendar(Language language, List<CalendarEntry> entries) {
  public Calendar {
    entries = List.copyOf(entries);
  }
}
