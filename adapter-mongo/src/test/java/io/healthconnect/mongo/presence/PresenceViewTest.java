package io.healthconnect.mongo.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.presence.PresenceView.Holder;
import io.healthconnect.testkit.Interleavings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PresenceViewTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final DeviceId ONE = new DeviceId("one");
  private static final DeviceId TWO = new DeviceId("two");
  private static final DeviceId THREE = new DeviceId("three");
  private final PresenceView view = new PresenceView();

  @Test
  void onlyTheFirstArrivalAndTheLastDepartureChangePresence() {
    assertEquals(List.of(new Change.PresenceChanged(ANN, true)), arrived(ONE, ANN, "a"));
    assertEquals(List.of(), arrived(TWO, ANN, "b"));
    assertEquals(List.of(gone(ANN, ONE)), view.left(ONE));
    assertTrue(view.isOnline(ANN));
    assertEquals(List.of(gone(ANN, TWO), new Change.PresenceChanged(ANN, false)), view.left(TWO));
    assertFalse(view.isOnline(ANN));
  }

  @Test
  void countsTheDevicesOfEachNode() {
    arrived(ONE, ANN, "a");
    arrived(TWO, BOB, "a");
    arrived(TWO, BOB, "a");
    arrived(ONE, ANN, "b");
    assertEquals(Set.of("a", "b"), view.nodes());
    view.left(TWO);
    assertEquals(Set.of("b"), view.nodes());
    view.left(ONE);
    assertEquals(Set.of(), view.nodes());
  }

  @Test
  void knowsTheNodesOfAnAccount() {
    assertEquals(Set.of(), view.nodes(ANN));
    arrived(ONE, ANN, "a");
    arrived(TWO, ANN, "b");
    arrived(THREE, BOB, "c");
    assertEquals(Set.of("a", "b"), view.nodes(ANN));
    arrived(ONE, ANN, "b");
    assertEquals(Set.of("b"), view.nodes(ANN));
    view.left(TWO);
    assertEquals(Set.of("b"), view.nodes(ANN));
    view.left(ONE);
    assertEquals(Set.of(), view.nodes(ANN));
  }

  /** */
  @Test
  void x06ConcurrentEventsGiveTheChangesOfSomeOrder() {
    Interleavings.<PresenceView>of(
            PresenceView::new,
            List.of(
                all -> all.arrived(ONE, new Holder(ANN, "a")),
                all -> all.arrived(TWO, new Holder(ANN, "b")),
                all -> all.left(ONE),
                all -> all.left(TWO),
                all -> all.replace(Map.of(THREE, new Holder(BOB, "b"))),
                all -> all.isOnline(ANN),
                all -> all.holder(ONE),
                PresenceView::nodes))
        .check(10_000, 6);
  }

  @Test
  void aRepeatedEventChangesNothing() {
    arrived(ONE, ANN, "a");
    assertEquals(List.of(), arrived(ONE, ANN, "a"));
    view.left(ONE);
    assertEquals(List.of(), view.left(ONE));
    assertFalse(view.isOnline(ANN));
    assertEquals(Optional.empty(), view.holder(ONE));
  }

  @Test
  void startsFromThePresentState() {
    arrived(ONE, ANN, "a");
    arrived(TWO, ANN, "b");
    Map<DeviceId, Holder> now = Map.of(TWO, new Holder(ANN, "b"), THREE, new Holder(BOB, "b"));

    assertEquals(List.of(new Change.PresenceChanged(BOB, true), gone(ANN, ONE)), view.replace(now));

    assertEquals(Set.of("b"), view.nodes());
    assertEquals(Optional.empty(), view.holder(ONE));
    assertEquals(
        Set.of(
            gone(ANN, TWO),
            new Change.PresenceChanged(ANN, false),
            gone(BOB, THREE),
            new Change.PresenceChanged(BOB, false)),
        Set.copyOf(view.replace(Map.of())));
  }

  private static Change gone(AccountId account, DeviceId device) {
    return new Change.DeviceLeft(account, device, false);
  }

  private List<Change> arrived(DeviceId device, AccountId account, String node) {
    return view.arrived(device, new Holder(account, node));
  }
}
