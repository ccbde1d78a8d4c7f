package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final LiveCalls calls =
      new CallMetrics(registry).watch(new InMemoryLiveCalls(new InMemoryChangeFeed()));

  private static RingingCall ringing(String id) {
    return CallFixtures.ringing(new CallId(id), ANN, BOB, Optional.empty());
  }

  private double ended(EndReason reason) {
    return registry.scrape(name -> name.equals("healthconnect_calls_ended")).stream()
        .map(CounterSnapshot.class::cast)
        .flatMap(metric -> metric.getDataPoints().stream())
        .filter(point -> reason.code().equals(point.getLabels().get("reason")))
        .mapToDouble(CounterSnapshot.CounterDataPointSnapshot::getValue)
        .sum();
  }

  @Test
  void countsACallWhenItEndsAndNotBefore() {
    RingingCall call = ringing("c1");
    calls.open(call, List.of());
    assertEquals(0, ended(EndReason.CANCELLED));
    calls.change(call.id(), live -> live.end(ANN, CallFixtures.deviceOf(ANN), CallFixtures.NOW));
    assertEquals(1, ended(EndReason.CANCELLED));
    calls.change(call.id(), live -> live.end(ANN, CallFixtures.deviceOf(ANN), CallFixtures.NOW));
    assertEquals(1, ended(EndReason.CANCELLED));
  }

  @Test
  void countsACallThatNeverRang() {
    calls.addEnded(
        EndedCall.unrung(ringing("c2").record(), EndReason.BUSY, CallFixtures.NOW), List.of());
    assertEquals(1, ended(EndReason.BUSY));
  }
}
