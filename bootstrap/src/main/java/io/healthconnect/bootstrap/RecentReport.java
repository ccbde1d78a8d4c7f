package io.healthconnect.bootstrap;

import io.healthconnect.domain.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/** The report of the store, asked for at most once for all figures of one scrape. */
final class RecentReport {
  private static final long RECENT = Duration.ofSeconds(2).toNanos();

  private final Storage storage;
  private Optional<StorageReport> last = Optional.empty();
  private long since;
  private boolean asked;

  RecentReport(Storage storage) {
    this.storage = storage;
  }

  /** Empty while the store does not answer. */
  synchronized Optional<StorageReport> get() {
    if (!asked || System.nanoTime() - since > RECENT) {
      last = ask();
      since = System.nanoTime();
      asked = true;
    }
    return last;
  }

  private Optional<StorageReport> ask() {
    try {
      return Optional.of(storage.report());
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }
}
