package io.healthconnect.sqlite;

import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.message.EndedContactRaces;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Z-10. */
final class SqliteEndedContactTest implements EndedContactRaces {
  @TempDir Path folder;
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private SqliteStore store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder, feed, Instant.EPOCH);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public Stores stores() {
    return SqliteStoreContractTest.stores(store, feed);
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
