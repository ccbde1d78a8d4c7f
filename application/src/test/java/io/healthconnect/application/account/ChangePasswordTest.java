package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static io.healthconnect.application.account.AccountWorld.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Password;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();

  private Result<Account, ChangePassword.Refusal> change(String current, String next) {
    return world
        .useCases
        .changePassword()
        .changePassword(
            new ChangePassword.Command(AccountWorld.actor(here), current, new Password(next)));
  }

  private static Result<Account, ChangePassword.Refusal> refused(
      ChangePassword.Reason reason, long seconds) {
    return Result.failure(new ChangePassword.Refusal(reason, Duration.ofSeconds(seconds)));
  }

  private Optional<String> storedHash() {
    return world.storedHash(here.account().id());
  }

  @Test
  void replacesThePasswordAndEndsTheOtherSessions() {
    OpenedSession there = world.logIn();
    assertEquals(Result.success(here.account()), change(PASSWORD.value(), "better staple"));
    assertEquals(Optional.of("#better staple"), storedHash());
    assertTrue(world.isLoggedIn(here));
    assertFalse(world.isLoggedIn(there));
    assertEquals(LogIn.Reason.BAD_CREDENTIALS, world.refusal(attempt(PASSWORD.value())).reason());
  }

  /** G-07. */
  @Test
  void needsTheCurrentPassword() {
    assertEquals(
        refused(ChangePassword.Reason.WRONG_PASSWORD, 0), change("wrong horse", "better staple"));
    assertEquals(Optional.of("#correct horse"), storedHash());
  }

  @Test
  void refusesAPasswordThatIsEasyToGuess() {
    assertEquals(
        refused(ChangePassword.Reason.GUESSABLE_PASSWORD, 0),
        change(PASSWORD.value(), "easy to guess"));
    assertEquals(Optional.of("#correct horse"), storedHash());
  }

  /** G-05. */
  @Test
  void g05WaitsAfterFiveWrongPasswordsOfThisSession() {
    for (int i = 0; i < 5; i++) {
      change("wrong horse", "better staple");
    }
    assertEquals(
        refused(ChangePassword.Reason.TOO_MANY_FAILURES, 2),
        change(PASSWORD.value(), "better staple"));
    world.clock.advance(Duration.ofSeconds(2));
    assertEquals(Result.success(here.account()), change(PASSWORD.value(), "better staple"));
  }

  @Test
  void g05GuessesOfStrangersAtTheLogInDoNotBlockIt() {
    for (int i = 0; i < 50; i++) {
      world.refusal(attempt("wrong horse"));
    }
    assertEquals(Result.success(here.account()), change(PASSWORD.value(), "better staple"));
  }
}
