package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogOutTest {
  private final AccountWorld world = new AccountWorld();
  private final SignedIn here = world.signUp();
  private final SignedIn there = world.logIn();

  private void logOut(boolean everywhere) {
    world.useCases.logOut().logOut(new LogOut.Command(AccountWorld.actor(here), everywhere));
  }

  @Test
  void endsTheSessionOfTheCaller() {
    logOut(false);
    assertFalse(world.isSignedIn(here));
    assertTrue(world.isSignedIn(there));
  }

  @Test
  void endsAllSessionsOfTheAccount() {
    logOut(true);
    assertFalse(world.isSignedIn(here));
    assertFalse(world.isSignedIn(there));
  }

  @Test
  void changesNothingTheSecondTime() {
    logOut(false);
    logOut(false);
    assertTrue(world.isSignedIn(there));
  }
}
