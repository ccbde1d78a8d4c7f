package io.healthconnect.bootstrap;

import io.healthconnect.rest.http.server.RequestListener;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** Counts requests, how long they took, and why some were refused. */
final class RequestMetrics implements RequestListener {
  private static final double[] SECONDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  private final Histogram requests;
  private final Counter refusals;

  RequestMetrics(PrometheusRegistry registry) {
    requests =
        Histogram.builder()
            .name("http_server_requests_seconds")
            .help("How long requests took, by method, route and status.")
            .labelNames("method", "route", "status")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    refusals =
        Counter.builder()
            .name("healthconnect_refusals")
            .help("Refused requests, by the code of the problem.")
            .labelNames("code")
            .register(registry);
  }

  @Override
  public void answered(Answered request) {
    requests
        .labelValues(request.method(), request.route(), Integer.toString(request.status()))
        .observe(request.duration().toNanos() / 1e9);
    request.code().ifPresent(code -> refusals.labelValues(code).inc());
  }
}
