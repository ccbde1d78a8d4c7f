package io.healthconnect.application.erasure;

import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class EndRetentionHandler implements EndRetention {
  /** Of one step of the store, which other writers wait for. */
  private static final int STEP = 100;

  /** Of one run. */
  private static final int MOST_APPOINTMENTS = 1_000;

  private static final int ACCOUNTS = 100;

  private final AccountAdministration administration;
  private final AppointmentRepository appointments;
  private final Duration retention;
  private final Clock clock;

  EndRetentionHandler(
      AccountAdministration administration,
      AppointmentRepository appointments,
      Duration retention,
      Clock clock) {
    this.administration = administration;
    this.appointments = appointments;
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public int endRetention() {
    Instant erasedBefore = clock.instant().minus(retention);
    int removed = 0;
    List<AccountId> due;
    do {
      due = administration.retained(erasedBefore, ACCOUNTS);
      for (AccountId id : due) {
        removed += removeOf(id, MOST_APPOINTMENTS - removed);
        if (removed >= MOST_APPOINTMENTS) {
          return removed;
        }
        administration.endRetention(id);
      }
    } while (due.size() == ACCOUNTS);
    return removed;
  }

  private int removeOf(AccountId id, int most) {
    int removed = 0;
    int step;
    do {
      int limit = Math.min(STEP, most - removed);
      step = appointments.removeOf(id, limit);
      removed += step;
    } while (step == STEP && removed < most);
    return removed;
  }
}
