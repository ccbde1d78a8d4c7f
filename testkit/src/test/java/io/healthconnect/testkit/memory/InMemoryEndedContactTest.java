package io.healthconnect.testkit.memory;

import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.message.EndedContactRaces;

final class InMemoryEndedContactTest implements EndedContactRaces {
  private final InMemoryStore store = new InMemoryStore();

  @Override
  public Stores stores() {
    return store.stores();
  }

  @Override
  public MessageRepository messages() {
    return store.messages();
  }

  @Override
  public TypingNotices typing() {
    return store.typing();
  }

  @Override
  public int races() {
    return 200;
  }
}
