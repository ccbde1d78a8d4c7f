package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.StatusChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds one appointment, as a participant may see it; empty for everybody else. */
public interface FindAppointment {
  /** The most changes of an appointment that are shown; the default limits allow fewer. */
  int MAX_HISTORY = 50;

  Optional<Found> findAppointment(Query query);

  record Query(Actor actor, AppointmentId id) {}

  /**
   * @param history the newest changes, at most {@link #MAX_HISTORY}, oldest first
   * @param usualConfirmation how soon the doctor usually confirms, for the patient who waits for it
   */
  record Found(
      Appointment appointment, List<StatusChange> history, Optional<Duration> usualConfirmation) {}
}
