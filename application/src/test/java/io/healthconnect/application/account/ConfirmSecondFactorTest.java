package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.RecoveryCode;
import io.healthconnect.domain.audit.AuditAction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmSecondFactorTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();

  private Result<List<RecoveryCode>, ConfirmSecondFactor.Refusal> confirm(String code) {
    return world
        .useCases
        .secondFactor()
        .confirm()
        .confirmSecondFactor(new ConfirmSecondFactor.Command(AccountWorld.actor(here), code));
  }

  @Test
  void turnsItOnAndEndsTheOtherSessions() {
    OpenedSession there = world.logIn();
    assertEquals(10, world.turnOnSecondFactor(here).size());
    assertTrue(world.store.accounts().find(here.account().id()).orElseThrow().secondFactor());
    assertTrue(world.isLoggedIn(here));
    assertFalse(world.isLoggedIn(there));
  }

  /** N-01. */
  @Test
  void n01IsLoggedOnce() {
    world.turnOnSecondFactor(here);
    confirm(world.code(here, 0));
    assertEquals(1, world.logged(AuditAction.SECOND_FACTOR_ON));
  }

  /** N-03. */
  @Test
  void n03StaysOffWhenThatCannotBeLogged() {
    world.useCases.secondFactor().begin().beginSecondFactor(AccountWorld.actor(here));
    world.store.audit().goAway();
    assertThrows(StoreUnavailableException.class, () -> confirm(world.code(here, 0)));
    assertFalse(world.store.accounts().find(here.account().id()).orElseThrow().secondFactor());
  }

  @Test
  void needsACodeOfTheNewSecret() {
    assertEquals(Result.failure(ConfirmSecondFactor.Refusal.NOT_BEGUN), confirm("123456"));
    world.useCases.secondFactor().begin().beginSecondFactor(AccountWorld.actor(here));
    String former = world.code(here, 0);
    world.useCases.secondFactor().begin().beginSecondFactor(AccountWorld.actor(here));
    for (String code : new String[] {"", "123456", former.substring(1), world.code(here, 2)}) {
      assertEquals(Result.failure(ConfirmSecondFactor.Refusal.WRONG_CODE), confirm(code));
    }
    assertTrue(confirm(world.code(here, -1)) instanceof Result.Success);
    assertEquals(
        Result.failure(ConfirmSecondFactor.Refusal.NOT_BEGUN), confirm(world.code(here, 0)));
  }

  @Test
  void hidesTheCodeInItsTextForm() {
    assertFalse(
        new ConfirmSecondFactor.Command(AccountWorld.actor(here), "123456")
            .toString()
            .contains("123456"));
  }
}
