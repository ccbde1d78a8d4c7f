package io.healthconnect.testkit.memory;

import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.store.StoreContract;

final class InMemoryStoreTest implements StoreContract {
  private final Stores stores = new InMemoryStore().stores();

  @Override
  public Stores stores() {
    return stores;
  }
}
