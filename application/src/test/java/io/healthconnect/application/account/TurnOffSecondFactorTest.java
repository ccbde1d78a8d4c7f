package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnOffSecondFactorTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();

  private Result<Account, ConfirmPassword.Refusal> turnOff(String password) {
    return world
        .useCases
        .secondFactor()
        .turnOff()
        .turnOffSecondFactor(new TurnOffSecondFactor.Command(AccountWorld.actor(here), password));
  }

  private static Result<Account, ConfirmPassword.Refusal> refused(
      ConfirmPassword.Reason reason, long seconds) {
    return Result.failure(new ConfirmPassword.Refusal(reason, Duration.ofSeconds(seconds)));
  }

  @Test
  void needsThePassword() {
    world.turnOnSecondFactor(here);
    assertEquals(refused(ConfirmPassword.Reason.WRONG_PASSWORD, 0), turnOff("wrong horse"));
    assertTrue(world.store.accounts().find(here.account().id()).orElseThrow().secondFactor());
    assertEquals(Result.success(here.account()), turnOff(PASSWORD.value()));
    assertEquals(Optional.empty(), world.store.accounts().findSecondFactor(here.account().id()));
    assertTrue(world.isLoggedIn(world.logIn()));
    assertEquals(Result.success(here.account()), turnOff(PASSWORD.value()));
  }

  /** N-01. */
  @Test
  void n01IsLoggedWhenThereWasOne() {
    turnOff(PASSWORD.value());
    world.turnOnSecondFactor(here);
    turnOff("wrong horse");
    assertEquals(0, world.logged(AuditAction.SECOND_FACTOR_OFF));
    turnOff(PASSWORD.value());
    assertEquals(1, world.logged(AuditAction.SECOND_FACTOR_OFF));
  }

  /** G-05. */
  @Test
  void g05WaitsAfterFiveWrongPasswordsOfThisSession() {
    world.turnOnSecondFactor(here);
    for (int i = 0; i < 5; i++) {
      turnOff("wrong horse");
    }
    assertEquals(refused(ConfirmPassword.Reason.TOO_MANY_FAILURES, 2), turnOff(PASSWORD.value()));
    turnOff(PASSWORD.value());
    assertEquals(5, world.logged(AuditAction.CONFIRMATION_REFUSED));
    assertEquals(1, world.logged(AuditAction.PASSWORDS_THROTTLED));
    world.clock.advance(Duration.ofSeconds(2));
    assertEquals(Result.success(here.account()), turnOff(PASSWORD.value()));
  }
}
