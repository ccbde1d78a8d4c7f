package io.healthconnect.domain.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How soon a doctor usually confirms requests, as told to patients who wait for an answer. */
public final class UsualConfirmation {
  /** Of how many appointments it is worked out at most. */
  public static final int MOST = 20;

  /** What fewer confirmations took says little about the next. */
  private static final int LEAST = 3;

  private UsualConfirmation() {}

  /**
   * The time within which three of four of the requests were confirmed. Requests that the doctor
   * accepts without being asked do not count.
   *
   * @param appointments of one doctor
   * @return empty if too few of them were confirmed
   */
  public static Optional<Duration> of(List<Appointment> appointments) {
    List<Duration> waits =
        appointments.stream().flatMap(appointment -> wait(appointment).stream()).sorted().toList();
    return waits.size() < LEAST
        ? Optional.empty()
        : Optional.of(waits.get((3 * waits.size() + 3) / 4 - 1));
  }

  /** From the newest request for the time to its confirmation. */
  private static Optional<Duration> wait(Appointment appointment) {
    Optional<Instant> requested = Optional.empty();
    Optional<Duration> waited = Optional.empty();
    for (StatusChange change : appointment.history().recent()) {
      if (change.to() == AppointmentStatus.PENDING) {
        requested = Optional.of(change.at());
      } else if (change.from().equals(Optional.of(AppointmentStatus.PENDING))
          && change.to() == AppointmentStatus.SCHEDULED) {
        waited = requested.map(at -> Duration.between(at, change.at()));
      }
    }
    return waited;
  }
}
