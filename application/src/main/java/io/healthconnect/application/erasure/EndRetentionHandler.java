package io.healthconnect.application.erasure;

import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

final class EndRetentionHandler implements EndRetention {
  /** Of one step of the store, which other writers wait for. */
  private static final int STEP = 100;

  /** Of one run. */
  private static final int MOST = 1_000;

  private static final int ACCOUNTS = 100;

  private final AccountAdministration administration;
  private final List<Retained> kept;
  private final Duration retention;
  private final Clock clock;

  /** One kind of what is kept of erased people. */
  interface Retained {
    /** Removes at most {@code limit} in one step, and returns how many. */
    int removeOf(AccountId person, int limit);
  }

  EndRetentionHandler(
      AccountAdministration administration, List<Retained> kept, Duration retention, Clock clock) {
    this.administration = administration;
    this.kept = kept;
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
        removed += removeOf(id, MOST - removed);
        if (removed >= MOST) {
          return removed;
        }
        administration.endRetention(id);
      }
    } while (due.size() == ACCOUNTS);
    return removed;
  }

  private int removeOf(AccountId id, int most) {
    int removed = 0;
    for (Retained each : kept) {
      removed += removeOf(each, id, most - removed);
    }
    return removed;
  }

  private static int removeOf(Retained kind, AccountId id, int most) {
    int removed = 0;
    int step = STEP;
    while (step == STEP && removed < most) {
      step = kind.removeOf(id, Math.min(STEP, most - removed));
      removed += step;
    }
    return removed;
  }
}
