package io.healthconnect.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndedCallTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final CallRecord ringing =
      CallRecord.ringing(new CallId("c"), ANN, BOB, Optional.empty(), CallMedia.AUDIO, NOW);

  @Test
  void acceptsOnlyAnEndedCall() {
    assertThrows(InvalidValueException.class, () -> new EndedCall(ringing));
    assertThrows(InvalidValueException.class, () -> new EndedCall(ringing.answered(NOW)));
    CallRecord over = ringing.ended(EndReason.DECLINED, NOW);
    assertEquals(over, new EndedCall(over).record());
  }

  @Test
  void aCallThatNeverRangWasNotAnswered() {
    EndedCall unrung = EndedCall.unrung(ringing, EndReason.BUSY, NOW);
    assertEquals(ringing.id(), unrung.id());
    assertEquals(Optional.empty(), unrung.record().answeredAt());
    assertEquals(Optional.of(EndReason.BUSY), unrung.record().endReason());
  }
}
