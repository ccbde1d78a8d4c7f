package io.healthconnect.application.calendar;

import io.healthconnect.domain.calendar.Calendar;
import java.time.Duration;
import java.util.Optional;

/** Shows the appointments of a person to whoever holds the secret of their calendar link. */
public interface ReadCalendarFeed {
  /** How long before now the oldest appointment of a feed began. */
  Duration PAST = Duration.ofDays(30);

  /**
   * How many appointments a feed has at most, so that it is never larger than other replies. Those
   * to come are in it before those of the past, and those nearest to now before others.
   */
  int MOST = 220;

  /**
   * @return by their start, also those that were cancelled or declined, so that calendars mark
   *     them; empty if the secret opens no feed, or the account is disabled
   */
  Optional<Calendar> readCalendarFeed(String secret);
}
