package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import org.junit.jupiter.api.Test;

class EndSessionTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();
  private final OpenedSession there = world.logIn();

  private Result<Session, EndSession.Refusal> end(Actor actor, SessionId id) {
    return world.useCases.sessions().end().endSession(new EndSession.Command(actor, id));
  }

  @Test
  void endsASessionOfTheActor() {
    assertEquals(Result.success(there.session()), end(actor(here), there.session().id()));
    assertTrue(world.isLoggedIn(here));
    assertFalse(world.isLoggedIn(there));
    assertEquals(
        Result.failure(EndSession.Refusal.NOT_FOUND), end(actor(here), there.session().id()));
  }

  @Test
  void leavesTheAvatarsOfOthers() {
    Actor stranger =
        new Actor(new AccountId("stranger"), Role.PATIENT, new SessionId("of-the-stranger"));
    assertEquals(Result.failure(EndSession.Refusal.NOT_FOUND), end(stranger, there.session().id()));
    assertTrue(world.isLoggedIn(there));
  }
}
