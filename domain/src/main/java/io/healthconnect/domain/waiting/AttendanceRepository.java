package io.healthconnect.domain.waiting;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stores who waits, and who was there, one {@link Attendance} for each appointment. What {@link
 * Attendance#changesSince} lists is published in the same step. An attendance is removed with its
 * appointment.
 */
public interface AttendanceRepository {

  /**
   * What a step does.
   *
   * @param next what to store; empty to leave everything as it is
   */
  record Step<R>(Optional<Attendance> next, R result) {}

  /**
   * Changes the attendance of an appointment in one step: no other change of it happens in between.
   * Nothing is written when it stays equal. The appointment must exist.
   *
   * @param change pure; it may be called more than once
   * @return the step's result
   */
  <R> R change(AppointmentId id, Function<Optional<Attendance>, Step<R>> change);

  /** The attendances of these appointments; those without one are left out. */
  Map<AppointmentId, Attendance> find(Collection<AppointmentId> ids);

  /** The patients who wait for the doctor, at most {@code limit}, in no particular order. */
  List<Attendance> waitingFor(DoctorId doctor, int limit);

  /** Where the patient waits, at most {@code limit}, in no particular order. */
  List<Attendance> waitingOf(PatientId patient, int limit);

  /** Those that are {@linkplain Attendance#isDue due}, the longest due first. */
  List<Attendance> due(Instant now, int limit);
}
