package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps appointments. <b>No two occupying appointments of one doctor, or of one patient, ever
 * overlap</b>, under any concurrency: that is this port's promise, not its callers'. Every stored
 * change tells the change feed ({@code Change.AppointmentChanged}).
 */
public interface AppointmentRepository {

  /** Why a time cannot be taken. */
  enum Conflict {
    /** Another occupying visit of the doctor overlaps. */
    DOCTOR_BUSY,
    /** Another occupying visit of the patient overlaps. */
    PATIENT_BUSY,
    /** The idempotency key was used for another request. */
    KEY_REUSED
  }

  /**
   * Stores a new appointment (version 1) and, in the same step, its key. When the patient's key is
   * stored already with the same fingerprint and has not expired at the visit's booking instant,
   * nothing is stored and the answer is the appointment as it was booked then. A conflict with the
   * doctor's time is reported before one with the patient's.
   */
  Result<Appointment, Conflict> book(Appointment appointment, Optional<IdempotencyKey> key);

  /**
   * What the patient's key stands for: the appointment as it was booked with it, {@code KEY_REUSED}
   * when it was used with another fingerprint, or empty when it is unknown or expired at {@code
   * now}.
   */
  Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now);

  Optional<Appointment> find(AppointmentId id);

  /**
   * Stores a change of status, notes or history that keeps the time.
   *
   * @return the appointment as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs or there is
   *     none
   */
  Appointment save(Appointment appointment);

  /**
   * Stores a change of time: all or nothing, and never in conflict with the appointment's own old
   * time.
   *
   * @return the appointment with the next version, or the conflict; then nothing is stored
   * @throws io.healthconnect.domain.StaleVersionException as {@link #save}
   */
  Result<Appointment, Conflict> move(Appointment appointment);

  /**
   * Stores an appointment that has just got its review, and adds the stars to the doctor's rating
   * in the same step.
   *
   * @throws io.healthconnect.domain.StaleVersionException as {@link #save}
   */
  Appointment addReview(Appointment appointment);

  Page<Appointment> list(AppointmentQuery query);

  /** The doctor's occupying visits that overlap {@code range}, in order. */
  List<Appointment> occupying(DoctorId doctor, TimeSlot range);

  /**
   * Only the times of what {@link #occupying} finds, of many doctors at once; doctors without any
   * are left out.
   */
  Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range);

  /** Reviewed appointments of the doctor, latest review first. */
  Page<Appointment> reviewed(DoctorId doctor, PageRequest page);

  /** Whether any appointment of the two {@linkplain Appointment#opensContact opens contact}. */
  boolean haveContact(DoctorId doctor, PatientId patient);

  /** Everybody whom an appointment lets this person talk to. */
  Set<AccountId> contactsOf(AccountId account);

  /** The doctor's patients (contacts only), ordered by id. */
  Page<PatientId> patientsOf(DoctorId doctor, PageRequest page);

  /**
   * Forgets idempotency keys that expired before {@code now}.
   *
   * @return how many
   */
  int purgeKeys(Instant now);
}
