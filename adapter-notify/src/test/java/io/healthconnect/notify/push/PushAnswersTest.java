package io.healthconnect.notify.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushAnswersTest {
  private static PushDelivery of(int status, String retryAfter) {
    return PushAnswers.of(status, Optional.of(retryAfter), Pushes.CLOCK.instant());
  }

  @ParameterizedTest
  @CsvSource({
    "200, SENT",
    "201, SENT",
    "202, SENT",
    "301, REFUSED",
    "307, REFUSED",
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "404, GONE",
    "408, DEFERRED",
    "410, GONE",
    "413, REFUSED",
    "429, DEFERRED",
    "500, DEFERRED",
    "503, DEFERRED"
  })
  void meansWhatTheStandardSays(int status, Outcome outcome) {
    assertEquals(
        PushDelivery.of(outcome), PushAnswers.of(status, Optional.empty(), Pushes.CLOCK.instant()));
  }

  @Test
  void readsHowLongToWait() {
    assertEquals(PushDelivery.deferredFor(Duration.ofSeconds(90)), of(429, "90"));
    assertEquals(
        PushDelivery.deferredFor(Duration.ofMinutes(5)), of(503, "Mon, 01 Mar 2027 10:05:00 GMT"));
  }

  @ParameterizedTest
  @CsvSource({"0", "-5", "soon", "99999999999", "'Mon, 01 Mar 2027 09:00:00 GMT'"})
  void ignoresWhatIsNoTimeToCome(String retryAfter) {
    assertEquals(PushDelivery.of(Outcome.DEFERRED), of(429, retryAfter));
  }
}
