package io.healthconnect.testkit.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link Presence}. Each test starts without devices. */
public interface PresenceContract {
  AccountId ANN = new AccountId("ann");
  AccountId BOB = new AccountId("bob");
  DeviceId TAB = new DeviceId("tab");
  DeviceId PHONE = new DeviceId("phone");

  Presence presence();

  /** The feed that the registry publishes to. */
  ChangeFeed feed();

  /** Waits until {@link #presence} has seen everything reported before this call. */
  void catchUp();

  @Test
  default void onlyTheFirstArrivalAndTheLastDepartureArePublished() {
    RecordedChanges heard = RecordedChanges.from(feed());
    presence().arrive(ANN, TAB);
    presence().arrive(ANN, PHONE);
    presence().leave(ANN, TAB);
    catchUp();
    assertTrue(presence().isOnline(ANN));
    presence().leave(ANN, PHONE);
    catchUp();
    assertFalse(presence().isOnline(ANN));
    assertEquals(List.of(changed(ANN, true), changed(ANN, false)), published(heard));
  }

  @Test
  default void aDeviceThatArrivesTwiceLeavesOnce() {
    RecordedChanges heard = RecordedChanges.from(feed());
    presence().arrive(ANN, TAB);
    presence().arrive(ANN, TAB);
    presence().leave(ANN, TAB);
    presence().leave(ANN, TAB);
    catchUp();
    assertFalse(presence().isOnline(ANN));
    assertEquals(List.of(changed(ANN, true), changed(ANN, false)), published(heard));
  }

  @Test
  default void anUnknownDeviceThatLeavesChangesNothing() {
    presence().arrive(ANN, TAB);
    RecordedChanges heard = RecordedChanges.from(feed());
    presence().leave(ANN, PHONE);
    presence().leave(BOB, new DeviceId("none"));
    catchUp();
    assertTrue(presence().isOnline(ANN));
    assertFalse(presence().isOnline(BOB));
    assertEquals(List.of(), published(heard));
  }

  @Test
  default void knowsWhoIsOnlineAndWhichDevicesAreConnected() {
    presence().arrive(ANN, TAB);
    catchUp();
    assertEquals(Set.of(ANN), presence().online(Set.of(ANN, BOB)));
    assertEquals(Set.of(), presence().online(Set.of()));
    assertTrue(presence().isConnected(TAB));
    assertFalse(presence().isConnected(PHONE));
    presence().leave(ANN, TAB);
    catchUp();
    assertEquals(Set.of(), presence().online(Set.of(ANN, BOB)));
    assertFalse(presence().isConnected(TAB));
  }

  @Test
  default void aDeviceThatLeavesForGoodIsGoneAndMayArriveAgain() {
    RecordedChanges heard = RecordedChanges.from(feed());
    presence().arrive(ANN, TAB);
    presence().leaveForGood(ANN, TAB);
    presence().leaveForGood(ANN, PHONE);
    catchUp();
    assertFalse(presence().isConnected(TAB));
    presence().arrive(ANN, TAB);
    catchUp();
    assertTrue(presence().isConnected(TAB));
    assertEquals(
        List.of(changed(ANN, true), changed(ANN, false), changed(ANN, true)), published(heard));
  }

  @Test
  default void devicesThatComeAndGoAtOnceArePublishedInPairs() {
    RecordedChanges heard = RecordedChanges.from(feed());
    Race.of(
        8,
        i ->
            () -> {
              DeviceId device = new DeviceId("device" + i);
              presence().arrive(ANN, device);
              presence().leave(ANN, device);
              return device;
            });
    catchUp();
    assertFalse(presence().isOnline(ANN));
    List<Change> published = published(heard);
    assertEquals(0, published.size() % 2);
    for (int i = 0; i < published.size(); i++) {
      assertEquals(changed(ANN, i % 2 == 0), published.get(i));
    }
  }

  @Test
  default void namesThePeopleOfWhomADeviceHasLeft() {
    presence().arrive(ANN, TAB);
    presence().arrive(ANN, PHONE);
    presence().arrive(BOB, new DeviceId("third"));
    catchUp();
    presence().departures();
    assertEquals(Optional.of(Set.of()), presence().departures());
    presence().leave(ANN, TAB);
    presence().leave(ANN, new DeviceId("none"));
    catchUp();
    assertEquals(Optional.of(Set.of(ANN)), presence().departures());
    presence().leaveForGood(BOB, new DeviceId("third"));
    catchUp();
    assertEquals(Optional.of(Set.of(BOB)), presence().departures());
    assertEquals(Optional.of(Set.of()), presence().departures());
  }

  private static Change changed(AccountId account, boolean online) {
    return new Change.PresenceChanged(account, online);
  }

  private static List<Change> published(RecordedChanges heard) {
    return heard.all().stream().filter(Change.PresenceChanged.class::isInstance).toList();
  }
}
