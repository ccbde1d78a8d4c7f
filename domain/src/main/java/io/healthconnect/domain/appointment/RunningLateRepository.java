package io.healthconnect.domain.appointment;

import io.healthconnect.domain.doctor.DoctorId;
import java.time.Instant;
import java.util.Optional;

/**
 * Stores which doctors are running late. Each change is published as {@code Change.DoctorLate},
 * with the patients whom it concerns: those of the doctor's scheduled appointments that overlap
 * {@link RunningLate#period}, and those who wait for a scheduled appointment that has ended before
 * it, while the waiting room of that is open ({@code WaitingPolicy.CLOSES_AFTER_END}).
 */
public interface RunningLateRepository {

  /**
   * Stores it in place of what the doctor said before. If it {@linkplain RunningLate#isNews is
   * news}, stores a notice for each concerned appointment in the same step.
   */
  void say(RunningLate late);

  /** The doctor is not late any more. Nothing happens if the doctor was not. */
  void clear(DoctorId doctor, Instant now);

  /** What the doctor said last, while it counts. */
  Optional<RunningLate> find(DoctorId doctor, Instant now);
}
