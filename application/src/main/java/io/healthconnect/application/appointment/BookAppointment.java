package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.VisitMode;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** A patient books one of a doctor's free slots. */
public interface BookAppointment {

  Result<Appointment, Refusal> handle(Command command);

  /**
   * @param date in the doctor's zone
   * @param startTime in the doctor's zone
   * @param idempotencyKey the same key with the same request gives the same visit, for 24 hours
   */
  record Command(
      Actor actor,
      DoctorId doctor,
      LocalDate date,
      LocalTime startTime,
      VisitMode mode,
      String reason,
      Optional<String> idempotencyKey) {}

  enum Refusal {
    NOT_A_PATIENT,
    NO_SUCH_DOCTOR,
    NONEXISTENT_LOCAL_TIME,
    IN_THE_PAST,
    OUTSIDE_SCHEDULE,
    /** Somebody else has the doctor's time. */
    SLOT_TAKEN,
    /** The patient has another visit at that time. */
    PATIENT_BUSY,
    KEY_REUSED
  }
}
