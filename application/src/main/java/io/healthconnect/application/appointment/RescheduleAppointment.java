package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A participant reschedules an appointment to another free slot, completely or not at all. The id
 * stays the same.
 */
public interface RescheduleAppointment {

  Result<Appointment, BookingRefusal> rescheduleAppointment(Command command);

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
}
