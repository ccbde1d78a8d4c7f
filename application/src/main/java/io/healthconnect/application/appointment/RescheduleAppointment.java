package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A participant moves a visit to another free slot: all or nothing, and the id stays. */
public interface RescheduleAppointment {

  Result<Appointment, Refusal> handle(Command command);

  /**
   * @param date in the doctor's zone
   * @param startTime in the doctor's zone
   */
  record Command(
      Actor actor,
      AppointmentId id,
      Optional<Long> expectedVersion,
      LocalDate date,
      LocalTime startTime,
      Optional<String> reason) {}

  enum Refusal {
    NOT_FOUND,
    ILLEGAL_TRANSITION,
    STALE,
    NONEXISTENT_LOCAL_TIME,
    IN_THE_PAST,
    OUTSIDE_SCHEDULE,
    SLOT_TAKEN,
    PATIENT_BUSY
  }
}
