package io.healthconnect.application.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindAccountTest {
  private final AccountWorld world = new AccountWorld();

  @Test
  void findsThoseThatExistAndLeavesOutTheOthers() {
    Account paul = world.signUp().account();
    assertEquals(
        Map.of(paul.id(), paul),
        world.useCases.findAccount().findAccount(List.of(paul.id(), new AccountId("nobody"))));
    assertEquals(Map.of(), world.useCases.findAccount().findAccount(List.of()));
  }

  @Test
  void showsNoPassword() {
    Account paul = world.signUp().account();
    String hash = world.storedHash(paul.id()).orElseThrow();
    Account found = world.useCases.findAccount().findAccount(List.of(paul.id())).get(paul.id());
    assertEquals(-1, String.valueOf(found).indexOf(hash));
  }
}
