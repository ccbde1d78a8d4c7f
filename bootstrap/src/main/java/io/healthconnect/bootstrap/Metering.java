package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.rest.http.server.RequestListener;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
    return watches.map(all -> watched(all, stores)).orElse(stores);
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

  /** Watches whatever is a store, so that none is forgotten when there is a new one. */
  private static Ports.Stores watched(Watches all, Ports.Stores stores) {
    try {
      RecordComponent[] components = Ports.Stores.class.getRecordComponents();
      Class<?>[] ports = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
      Object[] watched = new Object[ports.length];
      for (int i = 0; i < ports.length; i++) {
        watched[i] = watched(all, ports[i], components[i].getAccessor().invoke(stores));
      }
      return Ports.Stores.class.getConstructor(ports).newInstance(watched);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> Object watched(Watches all, Class<T> port, Object store) {
    Object counted = store instanceof LiveCalls calls ? all.calls().watch(calls) : store;
    return all.store().watch(port, port.cast(counted));
  }
}
