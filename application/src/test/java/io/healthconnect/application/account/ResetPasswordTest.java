package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static io.healthconnect.application.account.AccountWorld.PASSWORD;
import static io.healthconnect.application.account.AccountWorld.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Password;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResetPasswordTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession paul = world.signUp();

  private IssueResetLink.Issued issue() {
    return world
        .useCases
        .issueResetLink()
        .issueResetLink(EMAIL, Optional.empty())
        .fold(issued -> issued, refusal -> fail("refused: " + refusal));
  }

  private Result<Account, ResetPassword.Refusal> reset(String secret, String password) {
    return world
        .useCases
        .resetPassword()
        .resetPassword(new ResetPassword.Command(secret, new Password(password), "192.0.2.1"));
  }

  @Test
  void replacesThePasswordAndEndsEverySession() {
    String secret = issue().secret();
    assertEquals(Result.success(paul.account()), reset(secret, "better staple"));
    assertEquals(Optional.of("#better staple"), world.storedHash(paul.account().id()));
    assertFalse(world.isLoggedIn(paul));
    assertEquals(LogIn.Reason.BAD_CREDENTIALS, world.refusal(attempt(PASSWORD.value())).reason());
    assertEquals(
        Result.failure(ResetPassword.Refusal.INVALID_TOKEN), reset(secret, "third staple"));
  }

  @Test
  void doesNotRevealThatTheSecretWasValid() {
    String secret = issue().secret();
    assertEquals(
        Result.failure(ResetPassword.Refusal.GUESSABLE_PASSWORD), reset(secret, "easy to guess"));
    world.clock.advance(Duration.ofMinutes(30));
    assertEquals(
        Result.failure(ResetPassword.Refusal.INVALID_TOKEN), reset(secret, "easy to guess"));
    assertEquals(
        Result.failure(ResetPassword.Refusal.INVALID_TOKEN), reset("made up", "easy to guess"));
  }

  @Test
  void aResetClearsTheWaitAfterWrongPasswords() {
    for (int i = 0; i < 6; i++) {
      world.refusal(attempt("wrong horse"));
    }
    assertEquals(LogIn.Reason.TOO_MANY_FAILURES, world.refusal(attempt("wrong horse")).reason());
    reset(issue().secret(), "better staple");
    world
        .useCases
        .logIn()
        .logIn(attempt("better staple"))
        .fold(loggedIn -> loggedIn, refusal -> fail("refused: " + refusal));
  }
}
