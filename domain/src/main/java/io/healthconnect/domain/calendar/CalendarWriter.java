package io.healthconnect.domain.calendar;

/**
 * Writes calendars as text that other programs read (iCalendar, RFC 5545): the same text for the
 * same calendar, so that a reader can be told that nothing is new.
 */
public interface CalendarWriter {
  /** A file whose entries people add to a calendar of theirs. */
  String file(Calendar calendar);

  /** A calendar of its own, which other programs ask for again and again. */
  String feed(Calendar calendar);
}
