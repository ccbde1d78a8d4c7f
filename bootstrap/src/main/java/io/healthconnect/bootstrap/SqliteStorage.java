package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.bootstrap.settings.CallSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.signaling.product.Backplane;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.FileFacts;
import io.healthconnect.sqlite.db.StoreCorruptException;
import io.healthconnect.sqlite.db.UnusableFolderException;
import io.healthconnect.sqlite.presence.LocalPresence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores everything in one folder, for one server. */
final class SqliteStorage implements Storage {
  private final LocalChangeFeed feed = new LocalChangeFeed();
  private final LocalPresence presence = new LocalPresence(feed);
  private final Path folder;
  private final SqliteStore store;

  SqliteStorage(Settings settings, Clock clock) {
    this(
        settings,
        clock,
        Mailing.isSet(settings) ? SqliteStore::open : SqliteStore::openWithoutOutbox);
  }

  SqliteStorage(Settings settings, Clock clock, Opening opening) {
    folder = settings.get(ServerSettings.DATA_DIR);
    Duration lease = Duration.ofSeconds(settings.get(CallSettings.CALL_LEASE_SECONDS));
    store = open(clock.instant().plus(lease), opening);
    store.noticeOtherWriters();
  }

  /** How the store is opened. */
  @FunctionalInterface
  interface Opening {
    SqliteStore open(Path folder, LocalChangeFeed feed, Instant callsUntil);
  }

  private SqliteStore open(Instant callsUntil, Opening opening) {
    try {
      return opening.open(folder, feed, callsUntil);
    } catch (UnusableFolderException | StoreCorruptException | IllegalStateException e) {
      throw new StartException(ServerSettings.DATA_DIR, String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Ports.Stores stores() {
    return new Ports.Stores(
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
        store.calls(),
        store.snapshots());
  }

  @Override
  public VapidKeys vapidKeys() {
    return store.vapidKeys();
  }

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public Backplane backplane() {
    return new Backplane(presence, feed, store.typing(), false);
  }

  @Override
  public List<UpkeepTask> tasks() {
    return List.of(
        new UpkeepTask("notice_other_writers", Duration.ofSeconds(2), store::noticeOtherWriters));
  }

  @Override
  public boolean isLeader() {
    return true;
  }

  @Override
  public boolean isReady() {
    return store.isHealthy();
  }

  /** Nothing waits for long: there is no network in between. */
  @Override
  public <T> T withinOneDeadline(Supplier<T> work) {
    return work.get();
  }

  @Override
  public String place() {
    return folder.toAbsolutePath().normalize() + " (SQLite)";
  }

  @Override
  public StorageReport report() {
    FileFacts facts = store.facts();
    return new StorageReport(
        new SystemReport.Store(
            "SQLite " + facts.sqliteVersion(), facts.schema(), facts.bytes(), freeBytes()),
        new SystemReport.Feed(
            1, Optional.empty(), skippedChanges(), interruptions(), listenerFailures()));
  }

  private Optional<Long> freeBytes() {
    try {
      return Optional.of(Files.getFileStore(folder).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Duration> feedSilence() {
    return Optional.empty();
  }

  @Override
  public long skippedChanges() {
    return 0;
  }

  @Override
  public long listenerFailures() {
    return feed.listenerFailures();
  }

  @Override
  public long interruptions() {
    return 0;
  }

  @Override
  public void close() {
    store.close();
  }
}
