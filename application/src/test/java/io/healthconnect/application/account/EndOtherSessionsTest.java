package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EndOtherSessionsTest {
  private final AccountWorld world = new AccountWorld();

  @Test
  void endsAllButThePresentOne() {
    OpenedSession first = world.signUp();
    OpenedSession here = world.logIn();
    OpenedSession third = world.logIn();
    world.useCases.sessions().endOthers().endOtherSessions(AccountWorld.actor(here));
    assertTrue(world.isLoggedIn(here));
    assertFalse(world.isLoggedIn(first));
    assertFalse(world.isLoggedIn(third));
  }
}
