package io.healthconnect.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideTest {
  private static final DeviceId PHONE = new DeviceId("phone");
  private static final DeviceId TAB = new DeviceId("tab");
  private static final Instant UNTIL = Instant.parse("2026-03-02T10:00:30Z");

  private final Side side =
      Side.calling(new AccountId("ann"), PHONE, new SessionDescription("offer"));

  @Test
  void takesSignalsOfItsDeviceAndOfAnyWhileThatIsAway() {
    assertTrue(side.accepts(PHONE));
    assertFalse(side.accepts(TAB));
    assertTrue(side.away(UNTIL).accepts(TAB));
    assertFalse(side.away(UNTIL).boundTo(TAB).accepts(PHONE));
  }

  @Test
  void isLostWhenTheLeaseIsOver() {
    assertFalse(side.isLostAt(UNTIL));
    assertFalse(side.away(UNTIL).isLostAt(UNTIL.minusNanos(1)));
    assertTrue(side.away(UNTIL).isLostAt(UNTIL));
  }

  @Test
  void countsCandidatesSinceItsLastDescription() {
    Side sent = side.withCandidate().withCandidate();
    assertTrue(sent.hasSent(2));
    assertFalse(sent.hasSent(3));
    assertFalse(sent.withDescription(new SessionDescription("restart")).hasSent(1));
  }

  @Test
  void tellsAnotherDeviceWhatWaitedOnceBoundToItNothingWaits() {
    Signal.CandidateSent candidate =
        new Signal.CandidateSent(new CallId("c"), new AccountId("bob"), new Candidate("x"));
    Side waiting =
        side.away(UNTIL).withWaitingCandidate(candidate, new SessionDescription("answer"));
    assertEquals(2, waiting.tellWaiting(TAB).size());
    assertEquals(new Signal.Only(TAB), waiting.tellWaiting(TAB).get(0).devices());
    assertEquals(List.of(), waiting.boundTo(TAB).tellWaiting(TAB));
  }
}
