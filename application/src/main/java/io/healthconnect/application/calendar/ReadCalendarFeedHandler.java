package io.healthconnect.application.calendar;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarLink;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class ReadCalendarFeedHandler implements ReadCalendarFeed {
  private static final Comparator<Appointment> BY_START =
      Comparator.comparing(each -> each.time().slot().startsAt());

  private final CalendarUseCases.Ports ports;
  private final Calendars calendars;
  private final Clock clock;

  ReadCalendarFeedHandler(CalendarUseCases.Ports ports, Calendars calendars, Clock clock) {
    this.ports = ports;
    this.calendars = calendars;
    this.clock = clock;
  }

  @Override
  public Optional<Calendar> readCalendarFeed(String secret) {
    return ports
        .links()
        .findByHash(CalendarLink.hashOf(secret))
        .flatMap(link -> ports.accounts().find(link.account()))
        .filter(owner -> !owner.standing().disabled())
        .map(Account::id)
        .map(owner -> calendars.of(owner, appointments(owner)));
  }

  private List<Appointment> appointments(AccountId owner) {
    Instant now = clock.instant();
    List<Appointment> toCome = list(owner, Optional.of(now), Optional.empty(), MOST);
    List<Appointment> past =
        list(owner, Optional.of(now.minus(PAST)), Optional.of(now), MOST - toCome.size());
    return Stream.concat(past.stream().sorted(BY_START), toCome.stream()).toList();
  }

  /**
   * @param to if there is one, the latest come first
   */
  private List<Appointment> list(
      AccountId owner, Optional<Instant> from, Optional<Instant> to, int most) {
    List<Appointment> found = new ArrayList<>();
    Optional<Cursor> place = Optional.empty();
    do {
      int limit = Math.min(most - found.size(), PageRequest.MAX_LIMIT);
      if (limit == 0) {
        break;
      }
      Page<Appointment> page =
          ports
              .appointments()
              .list(
                  new AppointmentQuery(
                      owner,
                      Optional.empty(),
                      Set.of(),
                      from,
                      to,
                      to.isPresent(),
                      new PageRequest(limit, place)));
      found.addAll(page.items());
      place = page.next();
    } while (place.isPresent());
    return found;
  }
}
