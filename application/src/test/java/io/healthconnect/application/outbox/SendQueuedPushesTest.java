package io.healthconnect.application.outbox;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.OutboxState;
import io.healthconnect.domain.push.NoticePush;
import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.push.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendQueuedPushesTest {
  private static final AccountId PATIENT = new AccountId("p1");

  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(BOOKED);
  private final Deque<PushDelivery> outcomes = new ArrayDeque<>();
  private final List<NoticePush> pushed = new ArrayList<>();
  private final SendQueuedPushes send =
      SendQueuedPushes.create(
          new SendQueuedPushes.Ports(
              store.pushOutbox(),
              store.pushSubscriptions(),
              store.sessions(),
              store.accounts(),
              store.preferences(),
              store.appointments(),
              store.notices()),
          notice -> {
            pushed.add(notice);
            return outcomes.isEmpty() ? PushDelivery.of(Outcome.SENT) : outcomes.removeFirst();
          },
          clock);

  private PushSubscription subscribe(String device) {
    return subscribe(PATIENT, "session-" + device, device);
  }

  private PushSubscription subscribe(AccountId account, String session, String device) {
    People.add(store.stores(), "d1", "p1");
    PushSubscription subscription = Subscriptions.of(account, session, device, 0);
    assertTrue(
        store
            .sessions()
            .open(
                new Session(
                    subscription.session(),
                    account,
                    BOOKED,
                    BOOKED.plus(Duration.ofDays(7)),
                    ClientSoftware.UNKNOWN),
                Accounts.credentials(account)));
    assertTrue(store.pushSubscriptions().save(subscription));
    return subscription;
  }

  /** Leaves a notice for the patient. */
  private Appointment confirm(String id, int minute) {
    People.add(store.stores(), "d1", "p1");
    Appointment pending =
        value(
            store
                .appointments()
                .book(Appointments.pending(id, "d1", "p1", minute), Optional.empty(), UNLIMITED));
    return store.appointments().save(value(pending.confirm(BOOKED)));
  }

  private void tryFailing(PushDelivery delivery) {
    outcomes.add(delivery);
    assertEquals(0, send.sendQueuedPushes());
  }

  private static OutboxState waiting(int count) {
    return new OutboxState(count, Optional.of(BOOKED), 0);
  }

  private static OutboxState failed(int count) {
    return new OutboxState(0, Optional.empty(), count);
  }

  @Test
  void sendsEachNoticeToEachDeviceOnce() {
    PushSubscription phone = subscribe("phone");
    subscribe("desk");
    Appointment visit = confirm("v1", 0);
    store.preferences().save(PATIENT, new Preferences(Language.ES, ZoneId.of("America/Bogota")));
    assertEquals(2, send.sendQueuedPushes());
    assertEquals(0, send.sendQueuedPushes());
    NoticePush expected =
        new NoticePush(
            "p1:1",
            phone,
            new Preferences(Language.ES, ZoneId.of("America/Bogota")),
            NoticeKind.VISIT_CONFIRMED,
            Optional.of(store.accounts().find(new AccountId("d1")).orElseThrow().name()),
            Optional.of(
                CalendarEntry.of(
                    visit,
                    Optional.of(store.accounts().find(new AccountId("d1")).orElseThrow().name()))),
            BOOKED.plus(Duration.ofDays(1)));
    assertEquals(2, pushed.size());
    assertEquals(1, pushed.stream().filter(expected::equals).count());
    assertEquals(failed(0), store.pushOutbox().state());
  }

  @Test
  void sendsNothingToWhoDoesNotWantIt() {
    subscribe("phone");
    store
        .notices()
        .changeSettings(
            PATIENT,
            Role.PATIENT,
            before ->
                before.with(
                    Map.of(NoticeKind.VISIT_CONFIRMED, new NoticeChannels(true, false)), List.of()),
            BOOKED);
    confirm("v1", 0);
    assertEquals(0, send.sendQueuedPushes());
    assertEquals(List.of(), pushed);
    assertEquals(failed(0), store.pushOutbox().state());
  }

  @Test
  void sendsNothingOnceTheDeviceIsLoggedOut() {
    PushSubscription device = subscribe("phone");
    confirm("v1", 0);
    store.sessions().revoke(device.session());
    assertEquals(0, send.sendQueuedPushes());
    assertEquals(failed(0), store.pushOutbox().state());
  }

  @Test
  void sendsNothingOnceTheLogInHasExpired() {
    PushSubscription device = subscribe("phone");
    confirm("v1", 0);
    Instant expiry = store.sessions().find(device.session()).orElseThrow().expiresAt();
    clock.advance(Duration.between(clock.instant(), expiry));
    assertEquals(0, send.sendQueuedPushes());
    assertEquals(failed(0), store.pushOutbox().state());
  }

  @Test
  void sendsNothingToADeviceThatSomebodyElseUsesNow() {
    subscribe("phone");
    confirm("v1", 0);
    subscribe(new AccountId("d1"), "other", "phone");
    assertEquals(0, send.sendQueuedPushes());
    assertEquals(List.of(), pushed);
  }

  @Test
  void removesASubscriptionThatHasEnded() {
    PushSubscription phone = subscribe("phone");
    PushSubscription desk = subscribe("desk");
    confirm("v1", 0);
    outcomes.add(PushDelivery.of(Outcome.GONE));
    assertEquals(1, send.sendQueuedPushes());
    PushSubscription gone = pushed.get(0).to();
    assertEquals(
        List.of(gone.equals(phone) ? desk : phone), store.pushSubscriptions().list(PATIENT));
    assertEquals(failed(0), store.pushOutbox().state());
  }

  @Test
  void triesAgainAfterPausesThatGrow() {
    subscribe("phone");
    confirm("v1", 0);
    for (int seconds : List.of(30, 60, 120)) {
      tryFailing(PushDelivery.of(Outcome.DEFERRED));
      clock.advance(Duration.ofSeconds(seconds - 1));
      assertEquals(0, send.sendQueuedPushes());
      clock.advance(Duration.ofSeconds(1));
    }
    assertEquals(1, send.sendQueuedPushes());
    assertEquals(4, pushed.size());
  }

  @Test
  void waitsForAsLongAsTheServiceAsks() {
    subscribe("phone");
    confirm("v1", 0);
    tryFailing(PushDelivery.deferredFor(Duration.ofMinutes(10)));
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertEquals(0, send.sendQueuedPushes());
    clock.advance(Duration.ofSeconds(1));
    tryFailing(PushDelivery.deferredFor(Duration.ofSeconds(1)));
    clock.advance(Duration.ofSeconds(59));
    assertEquals(0, send.sendQueuedPushes());
    clock.advance(Duration.ofSeconds(1));
    tryFailing(PushDelivery.deferredFor(Duration.ofDays(365)));
    clock.advance(SendQueuedPushes.LONGEST_WAIT);
    assertEquals(1, send.sendQueuedPushes());
    assertEquals(4, pushed.size());
  }

  @Test
  void hasFailedWhenTheServiceRefuses() {
    subscribe("phone");
    confirm("v1", 0);
    tryFailing(PushDelivery.of(Outcome.REFUSED));
    assertEquals(failed(1), store.pushOutbox().state());
    assertEquals(1, store.pushSubscriptions().list(PATIENT).size());
  }

  @Test
  void hasFailedAfterManyTries() {
    subscribe("phone");
    confirm("v1", 0);
    for (int i = 0; i < SendQueuedPushes.MOST_TRIES; i++) {
      assertEquals(waiting(1), store.pushOutbox().state());
      tryFailing(PushDelivery.of(Outcome.DEFERRED));
      clock.advance(Duration.ofHours(2));
    }
    assertEquals(failed(1), store.pushOutbox().state());
  }

  @Test
  void aReminderIsOfNoUseOnceItsVisitHasBegun() {
    subscribe("phone");
    Appointment visit = confirm("v1", 0);
    Instant start = visit.time().slot().startsAt();
    send.sendQueuedPushes();
    pushed.clear();
    clock.advance(Duration.between(BOOKED, start.minus(Duration.ofMinutes(50))));
    store.notices().remind(clock.instant(), 10);
    assertEquals(1, send.sendQueuedPushes());
    assertEquals(NoticeKind.VISIT_REMINDER, pushed.get(0).kind());
    assertEquals(start, pushed.get(0).usefulUntil());
  }
}
