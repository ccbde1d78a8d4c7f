package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentMode;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A patient books one of a doctor's free slots. */
public interface BookAppointment {

  Result<Appointment, BookingRefusal> bookAppointment(Command command);

  /**
   * @param date in the doctor's zone
   * @param startTime in the doctor's zone
   * @param idempotencyKey within 24 hours, the same key with the same request returns the same
   *     appointment
   */
  record Command(
      Actor actor,
      DoctorId doctor,
      LocalDate date,
      LocalTime startTime,
      AppointmentMode mode,
      String reason,
      Optional<String> idempotencyKey) {}
}
