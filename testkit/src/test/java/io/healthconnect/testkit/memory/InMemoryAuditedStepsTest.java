package io.healthconnect.testkit.memory;

import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.AuditedStepsContract;

final class InMemoryAuditedStepsTest implements AuditedStepsContract {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  public Stores stores() {
    return store.stores();
  }

  @Override
  public void takeAuditAway() {
    store.audit().goAway();
  }
}
