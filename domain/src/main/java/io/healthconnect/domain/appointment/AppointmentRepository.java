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
 * Stores appointments. <b>No two occupying appointments of one doctor, or of one patient, ever
 * overlap</b>, under any concurrency: this port guarantees it, not its callers. Every stored change
 * is published ({@code Change.AppointmentChanged}), and stored in one step with the notices of it
 * ({@code AppointmentNotices}).
 */
public interface AppointmentRepository {

  /** Why a time cannot be taken. */
  enum Conflict {
    /**
     * Another occupying appointment of the doctor overlaps, or a {@linkplain Hold#bars hold bars}
     * the time.
     */
    DOCTOR_BUSY,
    /** Another occupying appointment of the patient overlaps. */
    PATIENT_BUSY,
    /** The patient has as many open appointments as allowed, with this doctor or in total. */
    LIMIT_REACHED,
    /** The idempotency key was used for another request. */
    KEY_REUSED,
    /** The directory hides the doctor. */
    DOCTOR_HIDDEN
  }

  /**
   * Stores a new appointment (version 1) and, in the same step, its key. If the patient's key is
   * already stored with the same fingerprint and has not expired at the booking instant, nothing is
   * stored and the result is the appointment as it was booked then. Once an appointment is visible,
   * its key can be found too. A conflict with the doctor's time is reported before one with the
   * patient's, and both before a limit.
   *
   * <p>A booking by the patient ends the patient's hold, whatever time it kept.
   *
   * <p><b>Nothing is booked with a doctor once the decision that hides the doctor is stored.</b>
   *
   * <p><b>No patient ever has more open appointments than the limits allow</b>, under any
   * concurrency. An appointment is open if it occupies its time and starts after the booking
   * instant.
   */
  Result<Appointment, Conflict> book(
      Appointment appointment, Optional<IdempotencyKey> key, AppointmentLimits limits);

  /**
   * The booking for the patient's key: the appointment as it was booked with it, {@code KEY_REUSED}
   * if it was used with another fingerprint, or empty if it is unknown or has expired at {@code
   * now}.
   */
  Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now);

  Optional<Appointment> find(AppointmentId id);

  /**
   * The newest status changes, at most {@code limit}, oldest first; empty for an unknown
   * appointment.
   */
  List<StatusChange> history(AppointmentId id, int limit);

  /**
   * The newest versions of the notes, at most {@code limit}, oldest first; empty for an unknown
   * appointment.
   */
  List<NoteVersion> notes(AppointmentId id, int limit);

  /**
   * Stores a change of status or notes that keeps the time. In the same step, status changes and a
   * version of the notes that are new to the store are added to what {@link #history} and {@link
   * #notes} return; a newest version that was rewritten is replaced there.
   *
   * @return the appointment as stored, with the next version
   * @throws io.healthconnect.domain.StaleVersionException if the stored version differs or there is
   *     none
   */
  Appointment save(Appointment appointment);

  /**
   * Stores a change of time, completely or not at all. The appointment's own old time is never a
   * conflict. The limits are those of {@link #book}; an appointment that was already open does not
   * exceed them.
   *
   * @return the appointment with the next version, or the conflict, in which case nothing is stored
   * @throws io.healthconnect.domain.StaleVersionException as {@link #save}
   */
  Result<Appointment, Conflict> reschedule(Appointment appointment, AppointmentLimits limits);

  /**
   * Stores an appointment with its new review and, in the same step, adds the stars to the doctor's
   * rating.
   *
   * @throws io.healthconnect.domain.StaleVersionException as {@link #save}
   */
  Appointment addReview(Appointment appointment);

  Page<Appointment> list(AppointmentQuery query);

  /** The doctor's occupying appointments that overlap {@code range}, in order. */
  List<Appointment> occupying(DoctorId doctor, TimeSlot range);

  /**
   * The times of the appointments that {@link #occupying} finds, for many doctors at once; doctors
   * without any are left out.
   */
  Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range);

  /** Reviewed appointments of the doctor, latest review first. */
  Page<Appointment> reviewed(DoctorId doctor, PageRequest page);

  /** Whether any appointment of the two {@linkplain Appointment#opensContact opens contact}. */
  boolean haveContact(DoctorId doctor, PatientId patient);

  /**
   * Whether the two have an appointment that was confirmed and not cancelled: one that is
   * scheduled, completed, or a no-show.
   *
   * @param overlapping only appointments that overlap this slot
   */
  boolean haveConfirmed(DoctorId doctor, PatientId patient, Optional<TimeSlot> overlapping);

  /**
   * Those of the patients who {@linkplain #haveConfirmed have a confirmed appointment} with the
   * doctor, at any time; asks the store once, and not at all for no patients.
   */
  Set<PatientId> confirmedAmong(DoctorId doctor, Collection<PatientId> patients);

  /**
   * Pending appointments that started at or before {@code now}, earliest first, at most {@code
   * limit}. The cost does not depend on how many others there are.
   */
  List<AppointmentId> unconfirmed(Instant now, int limit);

  /** Everybody whom this person may talk to because of an appointment. */
  Set<AccountId> contactsOf(AccountId account);

  /**
   * Those of the others whom this person may talk to because of an appointment. The cost does not
   * depend on how many contacts the person has; for nobody the store is not asked.
   */
  Set<AccountId> contactsAmong(AccountId account, Collection<AccountId> others);

  /** The doctor's patients (contacts only), ordered by id. */
  Page<PatientId> patientsOf(DoctorId doctor, PageRequest page);

  /**
   * Removes appointments of a person whose account was erased, with their notes and history, at
   * most {@code limit}. Their idempotency keys must have expired. Nobody is told, and the doctor's
   * rating still counts their stars.
   *
   * @return how many were removed; fewer than {@code limit} if these were the last
   */
  int removeOf(AccountId participant, int limit);

  /**
   * Deletes idempotency keys that expired before {@code now}.
   *
   * @return how many were deleted
   */
  int purgeKeys(Instant now);
}
