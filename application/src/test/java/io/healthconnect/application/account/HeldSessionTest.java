package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldSessionTest {
  private final AccountWorld world = new AccountWorld();
  private final Session session = world.signUp().session();
  private final HeldSession held =
      world.useCases.authenticate().hold(session.accountId(), session.id()).orElseThrow();

  @Test
  void expires() {
    world.clock.advance(AccountWorld.SESSION_LIFE.minus(Duration.ofMillis(1)));
    assertTrue(held.use());
    world.clock.advance(Duration.ofMillis(1));
    assertFalse(held.use());
  }

  @Test
  void isSeenOnceInFiveMinutes() {
    RecordSeenSessions record = world.useCases.sessions().recordSeen();
    world.clock.advance(Duration.ofMinutes(5));
    assertTrue(held.use());
    assertEquals(1, record.recordSeenSessions());
    world.clock.advance(Duration.ofMinutes(4));
    assertTrue(held.use());
    assertEquals(0, record.recordSeenSessions());
  }
}
