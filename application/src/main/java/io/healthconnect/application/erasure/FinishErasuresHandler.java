package io.healthconnect.application.erasure;

import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

final class FinishErasuresHandler implements FinishErasures {
  /** By then, every request that was let in before has come to its end. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  /** The rest waits for the next run. */
  private static final int BATCH = 20;

  private final AccountAdministration administration;
  private final Erasures erasures;
  private final Clock clock;

  FinishErasuresHandler(AccountAdministration administration, Erasures erasures, Clock clock) {
    this.administration = administration;
    this.erasures = erasures;
    this.clock = clock;
  }

  @Override
  public int finishErasures() {
    List<AccountId> unfinished =
        administration.unfinishedErasures(clock.instant().minus(SETTLED), BATCH);
    for (AccountId id : unfinished) {
      erasures.cleanUp(id);
      administration.finishErasure(id);
    }
    return unfinished.size();
  }
}
