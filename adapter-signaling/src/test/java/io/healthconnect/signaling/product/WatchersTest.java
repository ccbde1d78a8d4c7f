package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchersTest {
  private static final AccountId ANNA = new AccountId("anna");
  private static final AccountId BEN = new AccountId("ben");
  private static final AccountId CLEO = new AccountId("cleo");

  private final Watchers watchers = new Watchers();

  @Test
  void knowsWhoIsToldOfWhom() {
    watchers.watch(ANNA, Set.of(BEN, CLEO));
    watchers.watch(BEN, Set.of(ANNA));
    assertEquals(List.of(ANNA), watchers.of(BEN));
    assertEquals(List.of(ANNA), watchers.of(CLEO));
    assertEquals(List.of(BEN), watchers.of(ANNA));
  }

  @Test
  void replacesTheContactsOfAPerson() {
    watchers.watch(ANNA, Set.of(BEN));
    watchers.watch(ANNA, Set.of(CLEO));
    assertEquals(List.of(), watchers.of(BEN));
    assertEquals(List.of(ANNA), watchers.of(CLEO));
  }

  @Test
  void contactsBeginAndEndForThoseWhoAreHere() {
    watchers.watch(ANNA, Set.of());
    watchers.begin(BEN, ANNA);
    assertEquals(List.of(ANNA), watchers.of(BEN));
    assertEquals(List.of(), watchers.of(ANNA));
    watchers.end(BEN, ANNA);
    assertEquals(List.of(), watchers.of(BEN));
  }

  @Test
  void forgetsWhoIsNotHereAnyMore() {
    watchers.watch(ANNA, Set.of(BEN));
    watchers.forget(ANNA, () -> true);
    assertEquals(List.of(ANNA), watchers.of(BEN));
    watchers.forget(ANNA, () -> false);
    watchers.begin(ANNA, BEN);
    assertEquals(List.of(), watchers.of(BEN));
  }
}
