package io.healthconnect.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallRecordTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final CallRecord ringing =
      CallRecord.ringing(new CallId("c"), ANN, BOB, Optional.empty(), CallMedia.AUDIO, NOW);

  @Test
  void belongsToItsTwoPeopleOnly() {
    assertTrue(ringing.isOf(ANN));
    assertTrue(ringing.isOf(BOB));
    assertFalse(ringing.isOf(new AccountId("eve")));
    assertEquals(BOB, ringing.other(ANN));
    assertEquals(ANN, ringing.other(BOB));
  }

  @Test
  void nobodyCallsThemselves() {
    assertThrows(
        InvalidValueException.class,
        () ->
            CallRecord.ringing(new CallId("c"), ANN, ANN, Optional.empty(), CallMedia.AUDIO, NOW));
  }

  @Test
  void keepsWhenItWasAnsweredAndWhyItEnded() {
    CallRecord active = ringing.answered(NOW.plusSeconds(5));
    assertEquals(CallState.ACTIVE, active.state());
    CallRecord ended = active.ended(EndReason.HANGUP, NOW.plusSeconds(60));
    assertEquals(CallState.ENDED, ended.state());
    assertEquals(NOW, ended.startedAt());
    assertEquals(Optional.of(NOW.plusSeconds(5)), ended.answeredAt());
    assertEquals(Optional.of(NOW.plusSeconds(60)), ended.endedAt());
    assertEquals(Optional.of(EndReason.HANGUP), ended.endReason());
  }

  /** For each state, which times must be there: of 24 combinations 4 are calls. */
  @Test
  void aStateHasItsTimesAndNoOthers() {
    int valid = 0;
    for (CallState state : CallState.values()) {
      for (int bits = 0; bits < 8; bits++) {
        valid += exists(state, (bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0) ? 1 : 0;
      }
    }
    assertEquals(4, valid);
  }

  private boolean exists(CallState state, boolean answered, boolean ended, boolean reason) {
    try {
      CallRecord made =
          new CallRecord(
              ringing.id(),
              ANN,
              BOB,
              Optional.empty(),
              CallMedia.AUDIO,
              state,
              NOW,
              answered ? Optional.of(NOW) : Optional.empty(),
              ended ? Optional.of(NOW) : Optional.empty(),
              reason ? Optional.of(EndReason.HANGUP) : Optional.empty());
      return made.state() == state;
    } catch (InvalidValueException e) {
      return false;
    }
  }
}
