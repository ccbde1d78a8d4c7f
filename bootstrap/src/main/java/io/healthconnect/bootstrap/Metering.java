package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.bootstrap.telemetry.WatchedStores;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.rest.http.server.RequestListener;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Optional;
import java.util.function.Consumer;

/** Watches what the server does if {@code METRICS_PORT} is set, and otherwise costs nothing. */
final class Metering {
  private record Watches(
      PrometheusRegistry registry, RequestMetrics requests, StoreMetrics store, CallMetrics calls) {
    static Watches create() {
      PrometheusRegistry registry = new PrometheusRegistry();
      return new Watches(
          registry,
          new RequestMetrics(registry),
          new StoreMetrics(registry),
          new CallMetrics(registry));
    }
  }

  private final Optional<ListenAddress> address;
  private final Optional<Watches> watches;

  Metering(Settings settings) {
    address =
        settings
            .get(ServerSettings.METRICS_PORT)
            .map(
                port ->
                    new ListenAddress(
                        ServerSettings.METRICS_HOST,
                        settings.get(ServerSettings.METRICS_HOST),
                        ServerSettings.METRICS_PORT,
                        port));
    watches = address.map(served -> Watches.create());
  }

  Ports.Stores watch(Ports.Stores stores) {
    return watches
        .map(all -> WatchedStores.of(stores, (port, store) -> watched(all, port, store)))
        .orElse(stores);
  }

  ImageStore watch(ImageStore images) {
    return watches.map(all -> all.store().watch(ImageStore.class, images)).orElse(images);
  }

  RequestListener requests() {
    return watches.<RequestListener>map(Watches::requests).orElse(request -> {});
  }

  /** Adds metrics, if they are wanted. */
  void add(Consumer<PrometheusRegistry> metrics) {
    watches.ifPresent(all -> metrics.accept(all.registry()));
  }

  /** Serves the metrics, if they are wanted. */
  Optional<Metrics> serve(Metrics.Sources sources) {
    return watches.map(all -> Metrics.serve(address.orElseThrow(), all.registry(), sources));
  }

  private static <T> Object watched(Watches all, Class<T> port, Object store) {
    Object counted = store instanceof LiveCalls calls ? all.calls().watch(calls) : store;
    return all.store().watch(port, port.cast(counted));
  }
}
