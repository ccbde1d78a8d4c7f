package io.healthconnect.bootstrap;

import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.upkeep.UpkeepReport;
import io.healthconnect.domain.StoreUnavailableException;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Prometheus metrics on a port of their own. */
final class Metrics implements AutoCloseable {
  /** The figures of one scrape come from one question to the store. */
  static final Duration ONE_SCRAPE = Duration.ofSeconds(2);

  /**
   * What is read at each scrape.
   *
   * @param sockets open connections of devices
   * @param busyThreads threads that handle requests
   * @param queues how much waits for a thread
   * @param upkeep the regular tasks
   */
  record Sources(
      Storage storage,
      IntSupplier sockets,
      IntSupplier busyThreads,
      Supplier<SystemReport.Queues> queues,
      Supplier<List<UpkeepReport>> upkeep) {}

  private final PrometheusRegistry registry;
  private final HTTPServer server;

  private Metrics(ListenAddress address, PrometheusRegistry registry, Sources sources) {
    this.registry = registry;
    JvmMetrics.builder().register(registry);
    ofThisServer(sources);
    ofChanges(sources.storage());
    ofSilence(sources.storage());
    ofTheStore(new Remembered<>(() -> report(sources.storage()), ONE_SCRAPE, System::nanoTime));
    ofUpkeep(sources.upkeep());
    server =
        address.listen(
            () ->
                HTTPServer.builder()
                    .inetAddress(address.address())
                    .port(address.port())
                    .registry(registry)
                    .buildAndStart());
  }

  /**
   * @param registry what is served beside the sources
   * @throws StartException if the port cannot be used
   */
  static Metrics serve(ListenAddress address, PrometheusRegistry registry, Sources sources) {
    return new Metrics(address, registry, sources);
  }

  private void ofThisServer(Sources sources) {
    gauge("signaling_sockets", "Open signaling transports.", sources.sockets()::getAsInt);
    gauge("http_busy_threads", "Threads that handle requests.", sources.busyThreads()::getAsInt);
    GaugeWithCallback.builder()
        .name("healthconnect_queue_length")
        .help("How much waits for a thread, by queue.")
        .labelNames("queue")
        .callback(
            to -> {
              SystemReport.Queues queues = sources.queues().get();
              to.call(queues.requests(), "requests");
              to.call(queues.events(), "events");
              to.call(queues.passwords(), "passwords");
              to.call(queues.images(), "images");
            })
        .register(registry);
    counter(
        "uncaught_failures",
        "Uncaught exceptions; always 0 in a healthy server.",
        UncaughtFailures::count);
  }

  private void ofChanges(Storage storage) {
    counter(
        "skipped_changes",
        "Changes in the shared store that could not be read and were not sent to clients.",
        storage::skippedChanges);
    counter(
        "listener_failures",
        "Changes on which a listener failed; always 0 in a healthy server.",
        storage::listenerFailures);
    counter(
        "feed_interruptions",
        "How often changes in the shared store were missed and all sockets had to reconnect.",
        storage::interruptions);
  }

  private void ofSilence(Storage storage) {
    GaugeWithCallback.builder()
        .name("healthconnect_feed_silence_seconds")
        .help("How long the change stream has not answered; about a second in a healthy server.")
        .callback(
            to -> storage.feedSilence().ifPresent(silence -> to.call(silence.toMillis() / 1e3)))
        .register(registry);
  }

  private void ofTheStore(Supplier<Optional<StorageReport>> report) {
    reported(
        report,
        "store_bytes",
        "The size of the store, with the images in it.",
        up -> Optional.of(up.store().bytes()));
    reported(
        report,
        "store_free_bytes",
        "How much more fits on the disk of the store.",
        up -> up.store().freeBytes());
    reported(
        report,
        "store_nodes",
        "How many servers share the store.",
        up -> Optional.of(up.feed().nodes()));
    reported(
        report,
        "feed_lag_seconds",
        "How far this server is behind the newest change in the shared store.",
        up -> up.feed().lagSeconds());
  }

  private void ofUpkeep(Supplier<List<UpkeepReport>> upkeep) {
    CounterWithCallback.builder()
        .name("healthconnect_upkeep_runs")
        .help("Finished runs of each upkeep task, including failures.")
        .labelNames("task")
        .callback(to -> upkeep.get().forEach(each -> to.call(each.runs(), each.task())))
        .register(registry);
    CounterWithCallback.builder()
        .name("healthconnect_upkeep_failures")
        .help("Failed runs of each upkeep task.")
        .labelNames("task")
        .callback(to -> upkeep.get().forEach(each -> to.call(each.failures(), each.task())))
        .register(registry);
    ToDoubleFunction<UpkeepReport> overdue = each -> each.overdue().toMillis() / 1e3;
    GaugeWithCallback.builder()
        .name("healthconnect_upkeep_overdue_seconds")
        .help(
            "How long the end of a run of each upkeep task has been overdue; grows while it hangs.")
        .labelNames("task")
        .callback(
            to -> upkeep.get().forEach(each -> to.call(overdue.applyAsDouble(each), each.task())))
        .register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name("healthconnect_" + name)
        .help(help)
        .callback(to -> to.call(value.getAsDouble()))
        .register(registry);
  }

  private void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name("healthconnect_" + name)
        .help(help)
        .callback(to -> to.call(value.getAsDouble()))
        .register(registry);
  }

  /** Empty while the store does not answer. */
  private static Optional<StorageReport> report(Storage storage) {
    try {
      return Optional.of(storage.report());
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }

  /** A gauge without a value while the store does not answer, or does not know. */
  private void reported(
      Supplier<Optional<StorageReport>> report,
      String name,
      String help,
      Function<StorageReport, Optional<Long>> value) {
    GaugeWithCallback.builder()
        .name("healthconnect_" + name)
        .help(help)
        .callback(to -> report.get().flatMap(value).ifPresent(to::call))
        .register(registry);
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
