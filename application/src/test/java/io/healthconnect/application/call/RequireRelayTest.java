package io.healthconnect.application.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** the rules say whose calls use the relay alone. */
class RequireRelayTest {
  private final InMemoryStore store = new InMemoryStore();

  @ParameterizedTest
  @CsvSource({
    "NOBODY, PATIENT, false",
    "NOBODY, DOCTOR, false",
    "NOBODY, ADMIN, false",
    "PATIENTS, PATIENT, true",
    "PATIENTS, DOCTOR, false",
    "PATIENTS, ADMIN, false",
    "EVERYONE, PATIENT, true",
    "EVERYONE, DOCTOR, true",
    "EVERYONE, ADMIN, true",
  })
  void r07IsRequiredOfThoseWhomTheRulesName(RelayOnly relayOnly, Role role, boolean required) {
    Actor actor = new Actor(new AccountId("a1"), role, new SessionId("s1"));
    assertEquals(required, useCases(relayOnly).requireRelay().requireRelay(actor));
  }

  private CallUseCases useCases(RelayOnly relayOnly) {
    CallRules usual = CallRules.DEFAULT;
    return CallUseCases.create(
        new CallUseCases.Ports(
            new InMemoryLiveCalls(store.feed()),
            new InMemoryPresence(store.feed()),
            store.appointments(),
            store.attendances()),
        new ContactPolicy(store.accounts(), store.appointments(), store.doctors()),
        new CallRules(usual.ring(), usual.lease(), usual.candidates(), relayOnly),
        new SettableClock(Appointments.BOOKED),
        new SequentialIds());
  }
}
