package io.healthconnect.domain.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeparturesTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");

  private final Departures departures = new Departures();

  @Test
  void knowsNothingOfTheTimeBeforeItWasAsked() {
    departures.add(ANN);
    assertEquals(Optional.empty(), departures.take());
    assertEquals(Optional.of(Set.of()), departures.take());
  }

  @Test
  void namesEachPersonOnce() {
    departures.take();
    departures.add(ANN);
    departures.add(BOB);
    departures.add(ANN);
    assertEquals(Optional.of(Set.of(ANN, BOB)), departures.take());
    assertEquals(Optional.of(Set.of()), departures.take());
  }

  @Test
  void saysThatSomeWereMissed() {
    departures.take();
    departures.add(ANN);
    departures.miss();
    departures.add(BOB);
    assertEquals(Optional.empty(), departures.take());
    assertEquals(Optional.of(Set.of()), departures.take());
  }

  @Test
  void remembersSoManyPeopleAndNoMore() {
    departures.take();
    for (int i = 0; i < Departures.MOST; i++) {
      departures.add(new AccountId("person" + i));
    }
    assertEquals(Departures.MOST, departures.take().orElseThrow().size());
    for (int i = 0; i <= Departures.MOST; i++) {
      departures.add(new AccountId("person" + i));
    }
    assertEquals(Optional.empty(), departures.take());
  }
}
