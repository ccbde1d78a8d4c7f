package io.healthconnect.bootstrap;

import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.upkeep.UpkeepScheduler;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Instant;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Describes this running server for admins. */
final class SystemReporter implements Supplier<SystemReport> {
  private final Storage storage;
  private final IntSupplier sockets;
  private final Supplier<SystemReport.Queues> queues;
  private final Supplier<SystemReport.Outboxes> outboxes;
  private final UpkeepScheduler upkeep;
  private final Instant startedAt;

  SystemReporter(
      Storage storage,
      IntSupplier sockets,
      Supplier<SystemReport.Queues> queues,
      Supplier<SystemReport.Outboxes> outboxes,
      UpkeepScheduler upkeep,
      Instant startedAt) {
    this.storage = storage;
    this.sockets = sockets;
    this.queues = queues;
    this.outboxes = outboxes;
    this.upkeep = upkeep;
    this.startedAt = startedAt;
  }

  @Override
  public SystemReport get() {
    StorageReport stored = storage.report();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new SystemReport(
        new SystemReport.Software(
            Release.version(), Runtime.version().toString(), ZoneData.version(), startedAt),
        stored.store(),
        stored.feed(),
        new SystemReport.Load(
            sockets.getAsInt(),
            queues.get(),
            heap.getUsed(),
            heap.getMax(),
            UncaughtFailures.count()),
        outboxes.get(),
        upkeep.reports());
  }
}
