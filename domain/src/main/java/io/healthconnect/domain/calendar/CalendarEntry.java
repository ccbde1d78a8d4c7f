package io.healthconnect.domain.calendar;

import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.AppointmentTime;
import java.time.Instant;
import java.util.Optional;

/**
 * An appointment in the calendar of one of its two people. It holds no health data: with whom,
 * when, and which page leads to more.
 *
 * @param with the other of the two; empty if that person is gone
 * @param sequence rises with each change, so that calendars replace what they have
 * @param changedAt when the time or the status last changed
 */
public record CalendarEntry(
    AppointmentId id,
    Optional<PersonName> with,
    AppointmentTime time,
    AppointmentStatus status,
    long sequence,
    Instant changedAt) {

  /**
   * @param with the name of the other of the two, if there is an account
   */
  public static CalendarEntry of(Appointment appointment, Optional<PersonName> with) {
    return new CalendarEntry(
        appointment.id(),
        with.filter(name -> !name.equals(PersonName.FORMER)),
        appointment.time(),
        appointment.status(),
        appointment.version(),
        appointment.history().last().at());
  }

  public Instant startsAt() {
    return time.slot().startsAt();
  }

  public Instant endsAt() {
    return time.slot().endsAt();
  }

  /** Whether the appointment does not take place: it was cancelled, or never agreed on. */
  public boolean isCalledOff() {
    return switch (status) {
      case PENDING, SCHEDULED, COMPLETED, NO_SHOW -> false;
      case DECLINED, CANCELLED -> true;
    };
  }
}
