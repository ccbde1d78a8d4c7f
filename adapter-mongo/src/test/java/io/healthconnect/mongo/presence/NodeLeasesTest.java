package io.healthconnect.mongo.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class NodeLeasesTest {
  private final NodeLeases leases = new NodeLeases();

  private Set<String> look(double seconds, Map<String, Long> beats) {
    return leases.look(beats, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
  }

  @Test
  void aNodeWithoutHeartbeatsForTheLeaseIsGone() {
    for (double t = 100; t < 108; t += 0.5) {
      assertEquals(Set.of(), look(t, Map.of("still", 7L, "beating", (long) (t * 2))));
    }
    assertEquals(Set.of("still"), look(108, Map.of("still", 7L, "beating", 216L)));
  }

  @Test
  void aBeatStartsTheLeaseAnew() {
    for (double t = 100; t < 107; t += 0.5) {
      look(t, Map.of("slow", 1L));
    }
    for (double t = 107; t < 115; t += 0.5) {
      assertEquals(Set.of(), look(t, Map.of("slow", 2L)));
    }
    assertEquals(Set.of("slow"), look(115, Map.of("slow", 2L)));
  }

  @Test
  void leasesDoNotExpireWhileTheWatcherCannotRead() {
    look(100, Map.of("other", 1L));
    assertEquals(Set.of(), look(160, Map.of("other", 1L)));
    for (double t = 160.5; t < 168; t += 0.5) {
      assertEquals(Set.of(), look(t, Map.of("other", 1L)));
    }
    assertEquals(Set.of("other"), look(168, Map.of("other", 1L)));
  }

  @Test
  void aRestartedNodeIsNotJudgedByItsEarlierHeartbeats() {
    look(100, Map.of("node", 1L));
    look(101, Map.of());
    for (double t = 102; t < 110; t += 0.5) {
      assertEquals(Set.of(), look(t, Map.of("node", 1L)));
    }
  }
}
