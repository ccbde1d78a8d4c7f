package io.healthconnect.application.calendar;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.calendar.Calendar;
import java.util.Optional;

/** Shows one appointment to one of its two people, for their calendar. */
public interface FindCalendarEntry {
  /**
   * @return a calendar with one entry; empty if there is no such appointment of the actor
   */
  Optional<Calendar> findCalendarEntry(Query query);

  record Query(Actor actor, AppointmentId id) {}
}
