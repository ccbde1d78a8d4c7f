package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogOutTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();
  private final OpenedSession there = world.logIn();

  private void logOut(boolean everywhere) {
    world.useCases.logOut().logOut(new LogOut.Command(AccountWorld.actor(here), everywhere));
  }

  @Test
  void endsTheSessionOfTheCaller() {
    logOut(false);
    assertFalse(world.isLoggedIn(here));
    assertTrue(world.isLoggedIn(there));
  }

  @Test
  void endsAllSessionsOfTheAccount() {
    logOut(true);
    assertFalse(world.isLoggedIn(here));
    assertFalse(world.isLoggedIn(there));
  }

  @Test
  void changesNothingTheSecondTime() {
    logOut(false);
    logOut(false);
    assertTrue(world.isLoggedIn(there));
  }
}
