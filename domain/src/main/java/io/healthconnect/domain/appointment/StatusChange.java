package io.healthconnect.domain.appointment;

import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry in an appointment's history.
 *
 * @param from empty for the booking itself
 * @param by empty if the system made the change
 */
public record StatusChange(
    Optional<AppointmentStatus> from,
    AppointmentStatus to,
    Optional<AccountId> by,
    Instant at,
    Optional<String> reason) {

  /** The most characters that a reason may have. */
  public static final int REASON_LENGTH = 500;

  /**
   * Whether the time was changed: besides a confirmation, the only change after which an
   * appointment still occupies its time.
   */
  public boolean isRescheduling() {
    boolean confirmed =
        from.equals(Optional.of(AppointmentStatus.PENDING)) && to == AppointmentStatus.SCHEDULED;
    return from.filter(AppointmentStatus::occupies).isPresent() && to.occupies() && !confirmed;
  }
}
