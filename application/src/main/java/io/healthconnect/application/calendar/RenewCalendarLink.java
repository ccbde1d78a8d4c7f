package io.healthconnect.application.calendar;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.calendar.CalendarLink;
import java.util.Optional;

/**
 * Makes the actor a calendar link, in place of the former one, which opens nothing any more. The
 * audit log has an entry for it.
 */
public interface RenewCalendarLink {
  /**
   * @return empty if the account was erased meanwhile
   */
  Optional<Renewed> renewCalendarLink(Actor actor);

  /**
   * A new link.
   *
   * @param secret what the link contains; it is not stored
   */
  record Renewed(String secret, CalendarLink link) {}
}
