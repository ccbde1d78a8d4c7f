package io.healthconnect.sqlite;

import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.export.Snapshots;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.export.SnapshotsContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Several reads as of one instant, while others write. */
final class SnapshotsTest implements SnapshotsContract {
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
  public Snapshots snapshots() {
    return store.snapshots();
  }
}
