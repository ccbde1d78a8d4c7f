package io.healthconnect.domain.appointment;

/** What changes of appointments mean for the free times of their doctors. */
public final class FreeTimes {
  private FreeTimes() {}

  /**
   * Whether the appointment has moved, or no longer occupies its time. Also one that has begun
   * frees something when it ends early: the rest of its time, and the doctor's buffer after it.
   */
  public static boolean areChangedBy(Appointment before, Appointment after) {
    return !before.time().equals(after.time())
        || (before.status().occupies() && !after.status().occupies());
  }
}
