package io.healthconnect.testkit.push;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.push.PushSubscriptionRepository;
import io.healthconnect.domain.push.VapidKeyPair;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** The contract of subscriptions: they belong to a session, and end with it. */
public interface PushSubscriptionContract {
  AccountId OWNER = new AccountId("p1");
  AccountId OTHER = new AccountId("d1");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private PushSubscriptionRepository subscriptions() {
    return stores().pushSubscriptions();
  }

  private PushSubscription add(AccountId account, String session, String device, int second) {
    People.add(stores(), OTHER.value(), OWNER.value());
    return Subscriptions.add(stores(), Subscriptions.of(account, session, device, second));
  }

  @Test
  default void findsTheSubscriptionsOfAnAccountOldestFirst() {
    PushSubscription second = add(OWNER, "s1", "a", 2);
    PushSubscription first = add(OWNER, "s2", "b", 1);
    PushSubscription other = add(OTHER, "s3", "c", 0);
    assertEquals(List.of(first, second), subscriptions().list(OWNER));
    assertEquals(Optional.of(other), subscriptions().find(other.id()));
    assertTrue(subscriptions().remove(first.id()));
    assertFalse(subscriptions().remove(first.id()));
    assertEquals(Optional.empty(), subscriptions().find(first.id()));
    assertEquals(List.of(second), subscriptions().list(OWNER));
  }

  @Test
  default void anEndpointBelongsToWhoeverSubscribedItLast() {
    add(OWNER, "s1", "a", 0);
    PushSubscription taken = add(OTHER, "s2", "a", 1);
    assertEquals(List.of(), subscriptions().list(OWNER));
    assertEquals(List.of(taken), subscriptions().list(OTHER));
  }

  @Test
  default void aSessionHasOneSubscription() {
    add(OWNER, "s1", "a", 0);
    PushSubscription renewed = add(OWNER, "s1", "b", 1);
    assertEquals(List.of(renewed), subscriptions().list(OWNER));
  }

  @Test
  default void anAccountHasTheNewestTen() {
    List<PushSubscription> added = new ArrayList<>();
    for (int i = 0; i < PushSubscription.MOST + 2; i++) {
      added.add(add(OWNER, "s" + i, "device" + i, i));
    }
    assertEquals(added.subList(2, added.size()), subscriptions().list(OWNER));
  }

  @Test
  default void storesNoneForASessionThatHasEnded() {
    PushSubscription subscription = add(OWNER, "s1", "a", 0);
    assertFalse(subscriptions().save(Subscriptions.of(OTHER, "s1", "b", 0)));
    stores().sessions().revoke(subscription.session());
    assertFalse(subscriptions().save(subscription));
    assertEquals(List.of(), subscriptions().list(OWNER));
  }

  @Test
  default void endsWithItsSession() {
    PushSubscription ended = add(OWNER, "s1", "a", 0);
    PushSubscription kept = add(OWNER, "s2", "b", 1);
    stores().sessions().revoke(ended.session());
    assertEquals(Optional.empty(), subscriptions().find(ended.id()));
    assertEquals(List.of(kept), subscriptions().list(OWNER));
    PushSubscription other = add(OWNER, "s3", "c", 2);
    stores().sessions().revokeAll(OWNER, Optional.of(kept.session()));
    assertEquals(Optional.empty(), subscriptions().find(other.id()));
    assertEquals(List.of(kept), subscriptions().list(OWNER));
    stores().sessions().revokeAll(OWNER, Optional.empty());
    assertEquals(List.of(), subscriptions().list(OWNER));
  }

  @Test
  default void endsWhenItsSessionExpires() {
    PushSubscription subscription = add(OWNER, "s1", "a", 0);
    SessionId id = subscription.session();
    stores()
        .sessions()
        .purgeExpired(stores().sessions().find(id).orElseThrow().expiresAt().plusMillis(1));
    assertEquals(Optional.empty(), subscriptions().find(subscription.id()));
  }

  @Test
  default void erasingAnAccountRemovesItsSubscriptionsAlone() {
    add(OWNER, "s1", "a", 0);
    PushSubscription other = add(OTHER, "s2", "b", 0);
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, Accounts.CREATED).about(OWNER);
    value(stores().administration().erase(new Erasure(OWNER, Optional.empty(), event)));
    assertEquals(List.of(), subscriptions().list(OWNER));
    assertEquals(List.of(other), subscriptions().list(OTHER));
  }

  @Test
  default void ofManySessionsThatSubscribeOneEndpointOneHasIt() {
    People.add(stores(), OTHER.value(), OWNER.value());
    for (int i = 0; i < 4; i++) {
      Subscriptions.add(stores(), Subscriptions.of(OWNER, "s" + i, "old" + i, i));
    }
    Race.of(4, racer -> () -> subscriptions().save(Subscriptions.of(OWNER, "s" + racer, "new", 9)));
    assertEquals(
        1,
        subscriptions().list(OWNER).stream()
            .filter(each -> each.endpoint().value().getPath().endsWith("new"))
            .count());
  }

  @Test
  default void ofManyKeyPairsTheFirstIsKept() {
    Set<VapidKeyPair> given = ConcurrentHashMap.newKeySet();
    Race.of(
        4,
        racer ->
            () ->
                given.add(
                    stores()
                        .vapidKeys()
                        .findOrStore(() -> new VapidKeyPair("private" + racer, "public" + racer))));
    assertEquals(1, given.size());
    VapidKeyPair later =
        stores()
            .vapidKeys()
            .findOrStore(
                () -> {
                  throw new AssertionError("there is one");
                });
    assertEquals(given, Set.of(later));
  }
}
