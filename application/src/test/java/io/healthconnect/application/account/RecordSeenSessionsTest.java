package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordSeenSessionsTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();
  private final Instant start = world.clock.instant();

  private int record() {
    return world.useCases.sessions().recordSeen().recordSeenSessions();
  }

  private Instant stored() {
    return world.store.sessions().find(here.session().id()).orElseThrow().lastSeenAt();
  }

  private void useAfter(Duration wait) {
    world.clock.advance(wait);
    assertTrue(world.isLoggedIn(here));
  }

  @Test
  void storesAUseOnceInFiveMinutesAndNoSooner() {
    useAfter(Duration.ofMinutes(5).minusMillis(1));
    assertEquals(0, record());
    assertEquals(start, stored());
    useAfter(Duration.ofMillis(1));
    Instant seen = world.clock.instant();
    useAfter(Duration.ofSeconds(30));
    assertEquals(start, stored());
    assertEquals(1, record());
    assertEquals(seen, stored());
    assertEquals(0, record());
    useAfter(Duration.ofMinutes(4));
    assertEquals(0, record());
    useAfter(Duration.ofMinutes(1));
    assertEquals(1, record());
    assertEquals(world.clock.instant(), stored());
  }

  @Test
  void remembersNothingOfASessionThatHasExpired() {
    world.clock.advance(AccountWorld.SESSION_LIFE);
    assertEquals(false, world.isLoggedIn(here));
    assertEquals(0, record());
  }
}
