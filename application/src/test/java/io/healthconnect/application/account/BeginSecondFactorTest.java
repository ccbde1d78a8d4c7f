package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.SecondFactor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeginSecondFactorTest {
  private final AccountWorld world = new AccountWorld();
  private final OpenedSession paul = world.signUp();

  private Result<BeginSecondFactor.Begun, BeginSecondFactor.Refusal> begin() {
    return world.useCases.secondFactor().begin().beginSecondFactor(AccountWorld.actor(paul));
  }

  private BeginSecondFactor.Begun begun() {
    return begin().fold(begun -> begun, refusal -> fail("refused: " + refusal));
  }

  @Test
  void givesASecretThatLogInsDoNotNeedYet() {
    BeginSecondFactor.Begun first = begun();
    BeginSecondFactor.Begun second = begun();
    assertFalse(first.secret().equals(second.secret()));
    assertEquals(second.secret().uri(AccountWorld.EMAIL), second.uri());
    assertEquals(
        Optional.of(SecondFactor.waiting(paul.account().id(), second.secret())),
        world.store.accounts().findSecondFactor(paul.account().id()));
    assertTrue(world.isLoggedIn(world.logIn()));
    assertFalse(second.toString().contains(second.secret().base32()));
  }

  @Test
  void leavesOneThatIsOnAlone() {
    world.turnOnSecondFactor(paul);
    assertEquals(Result.failure(BeginSecondFactor.Refusal.ALREADY_ON), begin());
  }
}
