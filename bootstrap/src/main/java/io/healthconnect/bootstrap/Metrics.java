package io.healthconnect.bootstrap;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.util.function.IntSupplier;

/** Prometheus metrics on a port of their own, on loopback only. */
final class Metrics implements AutoCloseable {
  private final HTTPServer server;

  private Metrics(HTTPServer server) {
    this.server = server;
  }

  static Metrics start(int port, IntSupplier sockets, Storage storage) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    JvmMetrics.builder().register(registry);
    GaugeWithCallback.builder()
        .name("health_connect_signaling_sockets")
        .help("Open signaling transports.")
        .callback(callback -> callback.call(sockets.getAsInt()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_uncaught_failures")
        .help("Failures that nobody caught; always 0 in a healthy server.")
        .callback(callback -> callback.call(UncaughtFailures.count()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_skipped_changes")
        .help("Changes of the shared store that could not be read and were told to nobody.")
        .callback(callback -> callback.call(storage.skippedChanges()))
        .register(registry);
    CounterWithCallback.builder()
        .name("health_connect_feed_interruptions")
        .help("How often changes of the shared store were missed and all sockets started anew.")
        .callback(callback -> callback.call(storage.interruptions()))
        .register(registry);
    return new Metrics(
        HTTPServer.builder()
            .inetAddress(InetAddress.getLoopbackAddress())
            .port(port)
            .registry(registry)
            .buildAndStart());
  }

  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
