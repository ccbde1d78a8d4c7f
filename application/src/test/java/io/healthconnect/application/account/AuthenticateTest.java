package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.testkit.account.PlainTokens;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticateTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession loggedIn = world.signUp();
  private final Actor actor = AccountWorld.actor(loggedIn);

  private Optional<Actor> authenticate(String token) {
    return world.useCases.authenticate().authenticate(token);
  }

  @Test
  void knowsTheOwnerOfAToken() {
    assertEquals(Optional.of(actor), authenticate(loggedIn.token()));
    assertEquals(Optional.empty(), authenticate("made up"));
  }

  @Test
  void endsWithTheSession() {
    world.clock.advance(AccountWorld.SESSION_LIFE.minus(Duration.ofMillis(1)));
    assertEquals(Optional.of(actor), authenticate(loggedIn.token()));
    world.clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), authenticate(loggedIn.token()));
  }

  /** Z-07. */
  @Test
  void refusesATokenOfAnotherRole() {
    assertEquals(
        Optional.empty(), authenticate(new PlainTokens().issue(loggedIn.session(), Role.DOCTOR)));
  }

  @Test
  void refusesSessionsFromBeforeTheAccountsLimit() {
    Account account = world.store.accounts().find(actor.id()).orElseThrow();
    world
        .store
        .accounts()
        .save(account.withSessionsValidFrom(loggedIn.session().createdAt().plusMillis(1)));
    assertFalse(world.isLoggedIn(loggedIn));
  }

  @Test
  void holdsASessionThatIsStillThere() {
    Authenticate authenticate = world.useCases.authenticate();
    assertTrue(authenticate.hold(actor.id(), actor.sessionId()).isPresent());
    assertTrue(authenticate.hold(new AccountId("another"), actor.sessionId()).isEmpty());
    world.useCases.logOut().logOut(new LogOut.Command(actor, false));
    assertTrue(authenticate.hold(actor.id(), actor.sessionId()).isEmpty());
  }
}
