package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreMetricsTest {
  private static final MediaId ID = new MediaId("m1");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final StoreMetrics metrics = new StoreMetrics(registry);

  /** A store that fails in this way whenever it is to delete. */
  private record Failing(RuntimeException failure) implements ImageStore {
    @Override
    public void put(MediaId id, MediaFile image) {}

    @Override
    public Optional<Delivery> deliver(MediaId id, MediaType type) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(MediaId id, MediaType type) {
      return Optional.empty();
    }

    @Override
    public boolean delete(MediaId id) {
      throw failure;
    }
  }

  private double failures(String reason) {
    return registry.scrape(name -> name.equals("healthconnect_store_failures")).stream()
        .map(CounterSnapshot.class::cast)
        .flatMap(metric -> metric.getDataPoints().stream())
        .filter(point -> reason.equals(point.getLabels().get("reason")))
        .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
        .sum();
  }

  private long operations(String operation) {
    return registry.scrape(name -> name.equals("healthconnect_store_operations_seconds")).stream()
        .map(SummarySnapshot.class::cast)
        .flatMap(metric -> metric.getDataPoints().stream())
        .filter(point -> operation.equals(point.getLabels().get("operation")))
        .mapToLong(SummarySnapshot.SummaryDataPointSnapshot::getCount)
        .sum();
  }

  @Test
  void countsOperationsAndPassesResultsAndFailuresOn() {
    RuntimeException full =
        new StoreUnavailableException(Cause.STORAGE_FULL, new IOException("full"));
    ImageStore images = metrics.watch(ImageStore.class, new Failing(full));
    assertEquals(Optional.empty(), images.read(ID, MediaType.JPEG));
    assertSame(full, assertThrows(RuntimeException.class, () -> images.delete(ID)));
    assertEquals(1, operations("read"));
    assertEquals(1, operations("delete"));
    assertEquals(1, failures("storage_full"));
    assertEquals(0, failures("unavailable"));
  }

  @Test
  void otherExceptionsAreNoFailuresOfTheStore() {
    RuntimeException bug = new IllegalStateException("bug");
    ImageStore images = metrics.watch(ImageStore.class, new Failing(bug));
    assertSame(bug, assertThrows(RuntimeException.class, () -> images.delete(ID)));
    assertEquals(0, failures("storage_full") + failures("unavailable"));
  }
}
