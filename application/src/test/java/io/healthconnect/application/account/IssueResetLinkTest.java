package io.healthconnect.application.account;

import static io.healthconnect.application.account.AccountWorld.EMAIL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.ResetToken;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueResetLinkTest {
  private final AccountWorld world = new AccountWorld();

  private IssueResetLink.Issued issue() {
    return world
        .useCases
        .issueResetLink()
        .issueResetLink(EMAIL, Optional.empty())
        .fold(issued -> issued, refusal -> fail("refused: " + refusal));
  }

  @Test
  void storesAHashOfANewSecretForHalfAnHour() {
    OpenedSession paul = world.signUp();
    IssueResetLink.Issued issued = issue();
    assertEquals(world.clock.instant().plus(Duration.ofMinutes(30)), issued.expiresAt());
    assertEquals(
        Optional.of(ResetToken.create(issued.secret(), paul.account().id(), world.clock.instant())),
        world.store.accounts().findResetToken(ResetToken.hashOf(issued.secret())));
    assertNotEquals(issued.secret(), issue().secret());
    assertFalse(issued.toString().contains(issued.secret()));
  }

  @Test
  void knowsNoLinkForAnUnknownEmail() {
    assertEquals(
        Result.failure(IssueResetLink.Refusal.UNKNOWN_EMAIL),
        world
            .useCases
            .issueResetLink()
            .issueResetLink(Email.parse("who@example.org"), Optional.empty()));
  }
}
