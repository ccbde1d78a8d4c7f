package io.healthconnect.testkit.memory;

import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.call.CallNoticeContract;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.store.StoreContract;

final class InMemoryStoreTest implements StoreContract, CallNoticeContract {
  private final InMemoryStore store = new InMemoryStore();
  private final Stores stores = store.stores();
  private final LiveCalls calls = new InMemoryLiveCalls(store);

  @Override
  public Stores stores() {
    return stores;
  }

  @Override
  public LiveCalls calls() {
    return calls;
  }
}
