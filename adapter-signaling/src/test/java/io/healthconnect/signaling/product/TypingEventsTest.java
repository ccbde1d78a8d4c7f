package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.rig.ManualTimers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypingEventsTest {
  private static final AccountId DOCTOR = new AccountId("dora");

  private final ManualTimers timers = new ManualTimers();
  private final AtomicInteger asked = new AtomicInteger();
  private final TypingEvents events =
      new TypingEvents(
          (from, to) -> {
            asked.incrementAndGet();
            return to.value().equals("paul");
          },
          new TypingRateLimiter(timers));

  private String typing(String to) {
    Payload payload = Payload.of(List.of(JsonNodeFactory.instance.objectNode().put("to", to)));
    return events.typing(DOCTOR, payload).toString();
  }

  @Test
  void asksTheStoreOnceASecondForTheSamePerson() {
    for (int i = 0; i < 100; i++) {
      assertEquals("{\"ok\":true}", typing("paul"));
    }
    assertEquals(1, asked.get());
    timers.advance(Duration.ofSeconds(1));
    typing("paul");
    assertEquals(2, asked.get());
  }

  @Test
  void nobodyTypesToThemselves() {
    assertEquals("forbidden", typing(DOCTOR.value()).replaceAll(".*\"code\":\"([a-z]+)\".*", "$1"));
    assertEquals(0, asked.get());
  }

  @Test
  void repeatsARefusalWithoutAskingAgain() {
    String refusal = typing("nobody");
    assertEquals(refusal, typing("nobody"));
    assertEquals("forbidden", refusal.replaceAll(".*\"code\":\"([a-z]+)\".*", "$1"));
    assertEquals(1, asked.get());
  }

  @Test
  void asksTheStoreAboutNoMoreThanTenPeopleASecond() {
    for (int i = 0; i < 100; i++) {
      typing("nobody" + i);
    }
    assertEquals(TypingRateLimiter.PER_SECOND, asked.get());
  }
}
