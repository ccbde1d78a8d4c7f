package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.patient.PatientId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A doctor books an appointment for one of their patients. It is scheduled at once, and may lie
 * outside the doctor's own hours, notice and horizon; it never overlaps another appointment.
 */
public interface BookForPatient {

  Result<Appointment, BookingRefusal> bookForPatient(Command command);

  /**
   * @param date in the doctor's zone
   * @param startTime in the doctor's zone
   * @param idempotencyKey within 24 hours, the same key with the same request returns the same
   *     appointment
   */
  record Command(
      Actor actor,
      PatientId patient,
      LocalDate date,
      LocalTime startTime,
      AppointmentMode mode,
      String reason,
      Optional<String> idempotencyKey) {}
}
