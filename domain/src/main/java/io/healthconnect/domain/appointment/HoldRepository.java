package io.healthconnect.domain.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stores holds. A patient has one at most. <b>No two live holds of one doctor by different patients
 * ever overlap, no time is held that an occupying appointment of the doctor overlaps, and no
 * patient takes a time that another one holds</b>, under any concurrency: this port and {@link
 * AppointmentRepository} guarantee it together, not their callers. A hold ends when it expires, is
 * released or replaced, when its patient books any time, and when its patient is erased. A hold
 * that is placed, replaced or released is published as {@code Change.DoctorChanged}.
 */
public interface HoldRepository {

  /**
   * Stores a hold in place of the patient's earlier one. If that one is live and keeps the same
   * time, it stays as it is and is the result, so that asking again keeps no time longer.
   *
   * @return the hold that is stored now; empty if somebody else has booked or holds the time, in
   *     which case nothing changes
   */
  Optional<Hold> place(Hold wanted, Instant now);

  /**
   * Ends a hold.
   *
   * @return whether the patient had this hold, live or expired
   */
  boolean release(HoldId id, PatientId patient);

  /** The patient's live hold. */
  Optional<Hold> find(PatientId patient, Instant now);

  /** The live holds of these doctors that overlap {@code range}, in no particular order. */
  List<Hold> held(Collection<DoctorId> doctors, TimeSlot range, Instant now);

  /**
   * Deletes holds that expired at or before {@code now}.
   *
   * @return how many were deleted
   */
  int purge(Instant now);
}
