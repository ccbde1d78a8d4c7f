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

  static Metrics start(int port, IntSupplier sockets) throws IOException {
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
