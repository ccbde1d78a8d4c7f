package io.healthconnect.rest.administration;

import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.upkeep.UpkeepReport;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.edge.view.WireTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of {@link SystemReport} on the wire. */
record SystemResponse(
    String version,
    String javaVersion,
    String zoneData,
    String startedAt,
    Store store,
    Feed feed,
    Load load,
    Outboxes outboxes,
    List<Task> upkeep) {

  record Store(String product, long schema, long bytes, @Nullable Long freeBytes) {}

  record Feed(
      long nodes,
      @Nullable Long lagSeconds,
      long skipped,
      long interruptions,
      long listenerFailures) {}

  record Load(
      int sockets, Queues queues, long heapBytes, long mostHeapBytes, long uncaughtFailures) {}

  record Queues(int requests, int events, int passwords, int images) {
    private static Queues of(SystemReport.Queues queues) {
      return new Queues(queues.requests(), queues.events(), queues.passwords(), queues.images());
    }
  }

  record Outboxes(Outbox mail, Outbox push) {}

  record Outbox(int waiting, @Nullable String oldestAt, int failed) {
    private static Outbox of(OutboxState state) {
      return new Outbox(
          state.waiting(), state.oldest().map(WireTimes::instant).orElse(null), state.failed());
    }
  }

  record Task(String name, long runs, long failures, long overdueSeconds) {
    private static Task of(UpkeepReport report) {
      return new Task(
          report.task(), report.runs(), report.failures(), report.overdue().toSeconds());
    }
  }

  static SystemResponse of(SystemReport report) {
    SystemReport.Software software = report.software();
    return new SystemResponse(
        software.version(),
        software.java(),
        software.zoneData(),
        WireTimes.instant(software.startedAt()),
        store(report.store()),
        feed(report.feed()),
        load(report.load()),
        new Outboxes(Outbox.of(report.outboxes().mail()), Outbox.of(report.outboxes().push())),
        report.upkeep().stream().map(Task::of).toList());
  }

  private static Store store(SystemReport.Store store) {
    return new Store(
        store.product(), store.schema(), store.bytes(), store.freeBytes().orElse(null));
  }

  private static Feed feed(SystemReport.Feed feed) {
    return new Feed(
        feed.nodes(),
        feed.lagSeconds().orElse(null),
        feed.skipped(),
        feed.interruptions(),
        feed.listenerFailures());
  }

  private static Load load(SystemReport.Load load) {
    return new Load(
        load.sockets(),
        Queues.of(load.queues()),
        load.heapBytes(),
        load.mostHeapBytes(),
        load.uncaughtFailures());
  }
}
