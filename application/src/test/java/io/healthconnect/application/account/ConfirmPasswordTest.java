package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static io.healthconnect.application.account.AccountWorld.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Credentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConfirmPasswordTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession here = world.signUp();

  private Result<Credentials, ConfirmPassword.Refusal> confirm(String password) {
    return world.useCases.confirmPassword().confirmPassword(AccountWorld.actor(here), password);
  }

  private Result<Credentials, ConfirmPassword.Refusal> right() {
    return Result.success(world.store.accounts().credentials(here.account().id()).orElseThrow());
  }

  private static Result<Credentials, ConfirmPassword.Refusal> refused(
      ConfirmPassword.Reason reason, long seconds) {
    return Result.failure(new ConfirmPassword.Refusal(reason, Duration.ofSeconds(seconds)));
  }

  @Test
  void returnsWhatTheRightPasswordWasCheckedAgainst() {
    assertEquals(right(), confirm(PASSWORD.value()));
    assertEquals(refused(ConfirmPassword.Reason.WRONG_PASSWORD, 0), confirm("wrong horse"));
    assertEquals(refused(ConfirmPassword.Reason.WRONG_PASSWORD, 0), confirm(""));
  }

  /** G-05. */
  @Test
  void g05WaitsAfterFiveWrongPasswordsOfThisSession() {
    for (int i = 0; i < 50; i++) {
      world.refusal(attempt("wrong horse"));
    }
    for (int i = 0; i < 5; i++) {
      confirm("wrong horse");
    }
    assertEquals(refused(ConfirmPassword.Reason.TOO_MANY_FAILURES, 2), confirm(PASSWORD.value()));
    world.clock.advance(Duration.ofSeconds(2));
    assertEquals(right(), confirm(PASSWORD.value()));
  }
}
