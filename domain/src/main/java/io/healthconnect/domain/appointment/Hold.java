package io.healthconnect.domain.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Duration;
import java.time.Instant;

/**
 * A doctor's free time, kept for one patient while that patient decides and fills in the booking.
 *
 * @param expiresAt when others can take the time again
 */
public record Hold(
    HoldId id, DoctorId doctor, PatientId patient, TimeSlot time, Instant expiresAt) {
  /** How long a time is kept. */
  public static final Duration LIFE = Duration.ofMinutes(5);

  /** A hold that begins now. */
  public static Hold begin(
      HoldId id, DoctorId doctor, PatientId patient, TimeSlot time, Instant now) {
    return new Hold(id, doctor, patient, time, now.plus(LIFE));
  }

  public boolean isLive(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether this keeps the same time for the same patient. */
  public boolean keepsTheSameAs(Hold other) {
    return doctor.equals(other.doctor) && patient.equals(other.patient) && time.equals(other.time);
  }

  /**
   * Whether this keeps the appointment from having its time. Doctors take time that is held: the
   * calendar is theirs.
   *
   * @param wanted an appointment that was just booked or rescheduled
   */
  public boolean bars(Appointment wanted) {
    return wanted.isTakenByPatient()
        && isLive(wanted.history().last().at())
        && doctor.equals(wanted.doctorId())
        && !patient.equals(wanted.patientId())
        && time.overlaps(wanted.time().slot());
  }
}
