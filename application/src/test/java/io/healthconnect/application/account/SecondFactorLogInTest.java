package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.RecoveryCode;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.account.Accounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** G-14: log-ins of an account with a second factor. */
class SecondFactorLogInTest {
  private static final LogIn.Source LAPTOP = new LogIn.Source("192.0.2.1", Optional.of("laptop"));
  private static final LogIn.Source STRANGER = LogIn.Source.of("198.51.100.7");
  private static final String WRONG = "not a code";

  private final AccountWorld world = new AccountWorld();
  private final OpenedSession paul = world.signUp();
  private final List<RecoveryCode> recoveryCodes = world.turnOnSecondFactor(paul);

  private Result<OpenedSession, LogIn.Refusal> logIn(String code, LogIn.Source source) {
    return world
        .useCases
        .logIn()
        .logIn(new LogIn.Command(EMAIL, PASSWORD.value(), source, Optional.of(code)));
  }

  private LogIn.Reason refused(String code) {
    return logIn(code, LAPTOP).fold(in -> fail("logged in"), LogIn.Refusal::reason);
  }

  private boolean opens(String code) {
    return logIn(code, LAPTOP).fold(world::isLoggedIn, refusal -> false);
  }

  private static Result<OpenedSession, LogIn.Refusal> mustWait(Duration wait) {
    return Result.failure(new LogIn.Refusal(LogIn.Reason.TOO_MANY_FAILURES, wait));
  }

  private Stream<AuditAction> logged() {
    return world.store.audit().events().stream().map(AuditEvent::action);
  }

  @Test
  void g14AsksForACodeAfterTheRightPasswordOnly() {
    LogIn.Refusal required = new LogIn.Refusal(LogIn.Reason.SECOND_FACTOR_REQUIRED, Duration.ZERO);
    for (int i = 0; i < 50; i++) {
      assertEquals(required, world.refusal(AccountWorld.attempt(PASSWORD.value())));
    }
    assertEquals(
        LogIn.Reason.BAD_CREDENTIALS, world.refusal(AccountWorld.attempt("wrong horse")).reason());
    assertEquals(
        LogIn.Reason.BAD_CREDENTIALS,
        world
            .refusal(
                new LogIn.Command(EMAIL, "wrong horse", LAPTOP, Optional.of(world.code(paul, 1))))
            .reason());
  }

  @Test
  void g14TakesEachStepOnceAndOneStepOfDrift() {
    assertEquals(LogIn.Reason.WRONG_CODE, refused(world.code(paul, 0)));
    assertEquals(LogIn.Reason.WRONG_CODE, refused(world.code(paul, 2)));
    assertTrue(opens(world.code(paul, 1)));
    assertEquals(LogIn.Reason.WRONG_CODE, refused(world.code(paul, 1)));
    world.clock.advance(Duration.ofSeconds(90));
    assertTrue(opens(world.code(paul, -1)));
    assertTrue(opens(world.code(paul, 0)));
    assertEquals(LogIn.Reason.WRONG_CODE, refused(world.code(paul, -1)));
  }

  @Test
  void g14TakesEachRecoveryCodeOnce() {
    String code = recoveryCodes.get(3).value();
    assertTrue(opens(code.replace("-", " ")));
    assertEquals(LogIn.Reason.WRONG_CODE, refused(code));
    assertTrue(opens(recoveryCodes.get(0).value()));
    assertTrue(opens(world.code(paul, 1)));
    assertEquals(2, world.logged(AuditAction.RECOVERY_CODE_USED));
  }

  @Test
  void g14WaitsAfterFiveWrongCodesOnAKnownDevice() {
    for (int i = 0; i < 5; i++) {
      assertEquals(LogIn.Reason.WRONG_CODE, refused(WRONG));
    }
    assertEquals(mustWait(Duration.ofSeconds(2)), logIn(world.code(paul, 1), LAPTOP));
    world.clock.advance(Duration.ofSeconds(2));
    assertTrue(opens(world.code(paul, 1)));
  }

  /** The password alone does not clear the wrong codes, so it gives no more tries. */
  @Test
  void g14AStrangerWithThePasswordGetsNoMoreThanFiveTries() {
    int tries = 0;
    for (int i = 0; i < 20; i++) {
      world.refusal(new LogIn.Command(EMAIL, PASSWORD.value(), STRANGER));
      tries +=
          logIn(WRONG, STRANGER)
              .fold(
                  in -> fail("logged in"),
                  refusal -> refusal.reason() == LogIn.Reason.WRONG_CODE ? 1 : 0);
    }
    assertTrue(tries > 0 && tries <= 5, tries + " tries");
    assertTrue(opens(world.code(paul, 1)));
  }

  /** G-09. */
  @Test
  void g09ADisabledAccountIsToldSoWithoutACode() {
    world
        .store
        .administration()
        .decide(
            paul.account().id(),
            Decision.DISABLE,
            Accounts.decided(paul.account().id(), Decision.DISABLE));
    assertEquals(LogIn.Reason.ACCOUNT_DISABLED, refused(world.code(paul, 1)));
    assertEquals(
        LogIn.Reason.ACCOUNT_DISABLED,
        world.refusal(AccountWorld.attempt(PASSWORD.value())).reason());
  }

  /** N-01. */
  @Test
  void n01LogsThatThePasswordWasRightAndTheCodeMissingOrWrong() {
    world.refusal(AccountWorld.attempt(PASSWORD.value()));
    refused(WRONG);
    opens(world.code(paul, 1));
    assertEquals(
        List.of(
            AuditAction.SIGNED_IN,
            AuditAction.SECOND_FACTOR_ON,
            AuditAction.SECOND_FACTOR_ASKED,
            AuditAction.SECOND_FACTOR_REFUSED,
            AuditAction.SIGNED_IN),
        logged().toList());
  }

  @Test
  void anAccountWithoutOneIgnoresTheCode() {
    world
        .useCases
        .secondFactor()
        .turnOff()
        .turnOffSecondFactor(
            new TurnOffSecondFactor.Command(AccountWorld.actor(paul), PASSWORD.value()));
    assertTrue(opens(WRONG));
  }

  @Test
  void hidesTheCodeInItsTextForm() {
    assertFalse(
        new LogIn.Command(EMAIL, PASSWORD.value(), LAPTOP, Optional.of("123456"))
            .toString()
            .contains("123456"));
  }
}
