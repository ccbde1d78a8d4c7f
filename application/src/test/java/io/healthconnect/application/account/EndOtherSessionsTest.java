package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EndOtherSessionsTest {
  private final AccountWorld world = new AccountWorld();

  @Test
  void endsAllButThePresentOne() {
    SignedIn first = world.signUp();
    SignedIn here = world.logIn();
    SignedIn third = world.logIn();
    world.useCases.sessions().endOthers().endOtherSessions(AccountWorld.actor(here));
    assertTrue(world.isSignedIn(here));
    assertFalse(world.isSignedIn(first));
    assertFalse(world.isSignedIn(third));
  }
}
