package io.healthconnect.domain.doctor;

import java.time.Instant;
import java.util.Optional;

/**
 * When a doctor is free next, as it was computed at some time. Stores keep it to sort the directory
 * by it. Holds do not count, as they last a few minutes.
 *
 * @param changes how many changes the doctor had seen when it was computed
 * @param at empty if there is no free time within the horizon
 * @param dueAt when it must be computed again, even without a change
 */
public record NextFree(DoctorId doctor, long changes, Optional<Instant> at, Instant dueAt) {

  /**
   * A doctor whose next free time must be computed.
   *
   * @param changes how many changes of what it depends on there have been
   */
  public record Due(DoctorId doctor, long changes) {}
}
