package io.healthconnect.mongo.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.presence.PresenceView.Holder;
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
  void onlyTheFirstArrivalAndTheLastLeaveAreNews() {
    assertEquals(List.of(new Change.PresenceChanged(ANN, true)), arrived(ONE, ANN, "a"));
    assertEquals(List.of(), arrived(TWO, ANN, "b"));
    assertEquals(List.of(), view.left(ONE));
    assertTrue(view.isOnline(ANN));
    assertEquals(List.of(new Change.PresenceChanged(ANN, false)), view.left(TWO));
    assertFalse(view.isOnline(ANN));
  }

  @Test
  void hearingTheSameTwiceChangesNothing() {
    arrived(ONE, ANN, "a");
    assertEquals(List.of(), arrived(ONE, ANN, "a"));
    view.left(ONE);
    assertEquals(List.of(), view.left(ONE));
    assertFalse(view.isOnline(ANN));
    assertEquals(Optional.empty(), view.holder(ONE));
  }

  @Test
  void takesOverWhatIsTrueNow() {
    arrived(ONE, ANN, "a");
    arrived(TWO, ANN, "b");
    Map<DeviceId, Holder> now = Map.of(TWO, new Holder(ANN, "b"), THREE, new Holder(BOB, "b"));

    assertEquals(List.of(new Change.PresenceChanged(BOB, true)), view.replace(now));

    assertEquals(Set.of("b"), view.nodes());
    assertEquals(Optional.empty(), view.holder(ONE));
    assertEquals(
        Set.of(new Change.PresenceChanged(ANN, false), new Change.PresenceChanged(BOB, false)),
        Set.copyOf(view.replace(Map.of())));
  }

  private List<Change> arrived(DeviceId device, AccountId account, String node) {
    return view.arrived(device, new Holder(account, node));
  }
}
