package io.healthconnect.sqlite;

import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.call.CallNoticeContract;
import io.healthconnect.testkit.media.ImageStoreContract;
import io.healthconnect.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** M-13: the same contracts that the MongoDB store passes. */
final class SqliteStoreContractTest
    implements StoreContract, CallNoticeContract, ImageStoreContract {
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
    return stores(store, feed);
  }

  static Stores stores(SqliteStore store, LocalChangeFeed feed) {
    return new Stores(
        store.accounts(),
        store.administration(),
        store.emails(),
        store.preferences(),
        store.calendarLinks(),
        store.sessions(),
        store.doctors(),
        store.evidence(),
        store.patients(),
        store.appointments(),
        store.holds(),
        store.lateness(),
        store.attendances(),
        store.messages(),
        store.media(),
        store.audit(),
        store.notices(),
        store.outbox(),
        store.accountMails(),
        store.pushSubscriptions(),
        store.pushOutbox(),
        store.vapidKeys(),
        feed);
  }

  @Override
  public LiveCalls calls() {
    return store.calls();
  }

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    throw new AssertionError("it sends bytes");
  }
}
