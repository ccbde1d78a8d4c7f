package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypingEventsTest {
  private static final AccountId DOCTOR = new AccountId("dora");

  private final InMemoryStore store = new InMemoryStore();
  private final ManualTimers timers = new ManualTimers();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger notices = new AtomicInteger();
  private final TypingEvents events =
      new TypingEvents(
          new ContactPolicy(counted(), store.appointments(), store.doctors()),
          (from, to) -> notices.incrementAndGet(),
          new TypingRateLimiter(timers));

  private AccountRepository counted() {
    return (AccountRepository)
        Proxy.newProxyInstance(
            AccountRepository.class.getClassLoader(),
            new Class<?>[] {AccountRepository.class},
            (proxy, method, arguments) -> {
              reads.incrementAndGet();
              return method.invoke(store.accounts(), arguments);
            });
  }

  private String typing(String to) {
    Payload payload = Payload.of(List.of(JsonNodeFactory.instance.objectNode().put("to", to)));
    return events.typing(DOCTOR, payload).toString();
  }

  @Test
  void readsThePolicyOnceASecondForTheSamePerson() {
    People.add(store.stores(), "dora", "paul");
    store
        .appointments()
        .book(
            Appointments.pending("appointment", "dora", "paul", 0),
            Optional.empty(),
            Appointments.UNLIMITED);
    for (int i = 0; i < 100; i++) {
      assertEquals("{\"ok\":true}", typing("paul"));
    }
    assertEquals(1, reads.get());
    assertEquals(1, notices.get());
    timers.advance(Duration.ofSeconds(1));
    typing("paul");
    assertEquals(2, reads.get());
    assertEquals(2, notices.get());
  }

  @Test
  void repeatsARefusalWithoutAnotherRead() {
    String refusal = typing("nobody");
    assertEquals(refusal, typing("nobody"));
    assertEquals("forbidden", refusal.replaceAll(".*\"code\":\"([a-z]+)\".*", "$1"));
    assertEquals(1, reads.get());
  }

  @Test
  void readsThePolicyForNoMoreThanTenPeopleASecond() {
    for (int i = 0; i < 100; i++) {
      typing("nobody" + i);
    }
    assertEquals(TypingRateLimiter.PER_SECOND, reads.get());
  }
}
