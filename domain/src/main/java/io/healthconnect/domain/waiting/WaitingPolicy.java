package io.healthconnect.domain.waiting;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides when the waiting room of an appointment is open, and when a patient has not come. */
public final class WaitingPolicy {
  /** How long before the start the waiting room opens. */
  public static final Duration OPENS_BEFORE_START = Duration.ofMinutes(15);

  /** How long after the end it closes, as ringing does. */
  public static final Duration CLOSES_AFTER_END = Duration.ofHours(2);

  /** How long after the start a patient who was never there is suggested as a no-show. */
  public static final Duration NO_SHOW_AFTER_START = Duration.ofMinutes(10);

  /** In how many waiting rooms a patient can be at once. */
  public static final int MOST_AT_ONCE = 3;

  private WaitingPolicy() {}

  /** Whether the patient may wait for the appointment. */
  public enum Access {
    OPEN,
    /** It is confirmed, and the waiting room opens later. */
    TOO_EARLY,
    /** It is not confirmed, no longer takes place, or is long over. */
    CLOSED
  }

  /** Compares instants, so that neither person's time zone matters. */
  public static Access access(Appointment appointment, Instant now) {
    if (appointment.status() != AppointmentStatus.SCHEDULED) {
      return Access.CLOSED;
    }
    if (now.isBefore(opensAt(appointment))) {
      return Access.TOO_EARLY;
    }
    return now.isBefore(appointment.time().slot().endsAt().plus(CLOSES_AFTER_END))
        ? Access.OPEN
        : Access.CLOSED;
  }

  public static Instant opensAt(Appointment appointment) {
    return appointment.time().slot().startsAt().minus(OPENS_BEFORE_START);
  }

  /**
   * The attendance, if it is of the time that the appointment has now, and not of an earlier one.
   */
  public static Optional<Attendance> counted(
      Appointment appointment, Optional<Attendance> attendance) {
    return attendance.filter(found -> !found.seenAt().isBefore(opensAt(appointment)));
  }

  /**
   * From when on the patient is suggested as a no-show; empty if the patient was there, or the
   * appointment is not confirmed.
   */
  public static Optional<Instant> noShowSuggestedAt(
      Appointment appointment, Optional<Attendance> attendance) {
    boolean awaited =
        appointment.status() == AppointmentStatus.SCHEDULED
            && counted(appointment, attendance).isEmpty();
    return awaited
        ? Optional.of(appointment.time().slot().startsAt().plus(NO_SHOW_AFTER_START))
        : Optional.empty();
  }
}
