package io.healthconnect.application.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.push.Subscriptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscribeDeviceTest {
  private static final AccountId PATIENT = new AccountId("p1");
  private static final PushSubscription PHONE = Subscriptions.of(PATIENT, "s1", "phone", 0);

  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = new SettableClock(Accounts.CREATED);
  private final NoticeUseCases useCases = NoticeUses.of(store, clock);
  private final Actor patient = new Actor(PATIENT, Role.PATIENT, PHONE.session());

  @BeforeEach
  void logIn() {
    People.add(store.stores(), "d1", "p1");
    store
        .sessions()
        .open(Accounts.session(PHONE.session().value(), PATIENT), Accounts.credentials(PATIENT));
  }

  private Result<PushSubscription, SubscribeDevice.Refusal> subscribe() {
    return useCases
        .subscribeDevice()
        .subscribeDevice(
            new SubscribeDevice.Command(patient, PHONE.endpoint(), Subscriptions.KEYS));
  }

  @Test
  void storesTheDevice() {
    assertEquals(Result.success(PHONE), subscribe());
    assertEquals(List.of(PHONE), store.pushSubscriptions().list(PATIENT));
  }

  @Test
  void storesNothingOnceTheSessionHasEnded() {
    store.sessions().revoke(PHONE.session());
    assertEquals(Result.failure(SubscribeDevice.Refusal.SESSION_ENDED), subscribe());
    assertEquals(List.of(), store.pushSubscriptions().list(PATIENT));
  }
}
