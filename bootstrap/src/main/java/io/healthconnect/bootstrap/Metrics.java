package io.healthconnect.bootstrap;

import io.healthconnect.application.upkeep.UpkeepReport;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Prometheus metrics on a separate port, on loopback only. */
final class Metrics implements AutoCloseable {
  private final HTTPServer server;

  private Metrics(HTTPServer server) {
    this.server = server;
  }

  static Metrics start(
      int port, IntSupplier sockets, Storage storage, Supplier<List<UpkeepReport>> upkeep)
      throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    JvmMetrics.builder().register(registry);
    GaugeWithCallback.builder()
        .name("health_connect_signaling_sockets")
        .help("Open signaling transports.")
        .callback(callback -> callback.call(sockets.getAsInt()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_uncaught_failures")
        .help("Uncaught exceptions; always 0 in a healthy server.")
        .callback(callback -> callback.call(UncaughtFailures.count()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_skipped_changes")
        .help("Changes in the shared store that could not be read and were not sent to clients.")
        .callback(callback -> callback.call(storage.skippedChanges()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_listener_failures")
        .help("Changes on which a listener failed; always 0 in a healthy server.")
        .callback(callback -> callback.call(storage.listenerFailures()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_feed_interruptions")
        .help("How often changes in the shared store were missed and all sockets had to reconnect.")
        .callback(callback -> callback.call(storage.interruptions()))
        .register(registry);
    register(registry, upkeep);
    return new Metrics(
        HTTPServer.builder()
            .inetAddress(InetAddress.getLoopbackAddress())
            .port(port)
            .registry(registry)
            .buildAndStart());
  }

  private static void register(PrometheusRegistry registry, Supplier<List<UpkeepReport>> upkeep) {
    CounterWithCallback.builder()
        .name("health_connect_upkeep_runs")
        .help("Finished runs of each upkeep task, including failures.")
        .labelNames("task")
        .callback(callback -> each(upkeep, report -> callback.call(report.runs(), report.task())))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_upkeep_failures")
        .help("Failed runs of each upkeep task.")
        .labelNames("task")
        .callback(
            callback -> each(upkeep, report -> callback.call(report.failures(), report.task())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("health_connect_upkeep_overdue_seconds")
        .help(
            "How long the end of a run of each upkeep task has been overdue; grows while it hangs.")
        .labelNames("task")
        .callback(
            callback ->
                each(
                    upkeep,
                    report -> callback.call(report.overdue().toMillis() / 1e3, report.task())))
        .register(registry);
  }

  private static void each(Supplier<List<UpkeepReport>> upkeep, Consumer<UpkeepReport> use) {
    upkeep.get().forEach(use);
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
