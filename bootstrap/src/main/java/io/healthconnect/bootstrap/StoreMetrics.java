package io.healthconnect.bootstrap;

import io.healthconnect.domain.StoreUnavailableException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;

/** Counts what the store is asked for, how long that takes, and how often it is unavailable. */
final class StoreMetrics {
  private final Summary operations;
  private final Counter failures;

  StoreMetrics(PrometheusRegistry registry) {
    operations =
        Summary.builder()
            .name("healthconnect_store_operations_seconds")
            .help("How long operations of the store took, by port and operation.")
            .labelNames("port", "operation")
            .register(registry);
    failures =
        Counter.builder()
            .name("healthconnect_store_failures")
            .help("Operations of the store that failed because it was unavailable or full.")
            .labelNames("reason")
            .register(registry);
    for (StoreUnavailableException.Cause reason : StoreUnavailableException.Cause.values()) {
      failures.initLabelValues(word(reason));
    }
  }

  /** The same store, watched. */
  <T> T watch(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> measured(port, real, method, arguments)));
  }

  private Object measured(Class<?> port, Object real, Method method, Object[] arguments)
      throws Throwable {
    long since = System.nanoTime();
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof StoreUnavailableException away) {
        failures.labelValues(word(away.reason())).inc();
      }
      throw e.getCause();
    } finally {
      operations
          .labelValues(port.getSimpleName(), method.getName())
          .observe((System.nanoTime() - since) / 1e9);
    }
  }

  private static String word(StoreUnavailableException.Cause reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
