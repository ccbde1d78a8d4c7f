package io.healthconnect.testkit.memory;

import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.notice.KeptNoticesContract;
import java.util.List;

final class InMemoryKeptNoticesTest implements KeptNoticesContract {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  public Stores stores() {
    return store.stores();
  }

  @Override
  public void add(List<NoticeDraft> drafts) {
    store.notices().add(drafts);
  }
}
