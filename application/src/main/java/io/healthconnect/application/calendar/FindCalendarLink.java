package io.healthconnect.application.calendar;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.calendar.CalendarLink;
import java.util.Optional;

/** Says whether the actor has a calendar link. Its secret is not known any more. */
public interface FindCalendarLink {
  Optional<CalendarLink> findCalendarLink(Actor actor);
}
