package io.healthconnect.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallSnapshotTest {
  private static final AccountId ANN = new AccountId("ann");
  private static final AccountId BOB = new AccountId("bob");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final CallRecord ringing =
      CallRecord.ringing(new CallId("c"), ANN, BOB, Optional.empty(), CallMedia.AUDIO, NOW);

  private static final SessionDescription OFFER = new SessionDescription("offer");
  private static final SessionDescription ANSWER = new SessionDescription("answer");

  private final Optional<CallerCard> card =
      Optional.of(new CallerCard(new PersonName("Ann Lee"), Optional.empty(), Role.PATIENT));
  private final Instant lease = NOW.plusSeconds(30);

  @Test
  void aRingingCallGoesOnWithItsCallerAway() {
    CallSnapshot kept =
        new CallSnapshot(
            ringing, card, OFFER, Optional.empty(), Optional.of(NOW.plusSeconds(45)), true);
    LiveCall restored = kept.restore(lease);
    assertInstanceOf(RingingCall.class, restored);
    assertEquals(Set.of(), restored.devices());
    assertEquals(Optional.of(lease), restored.deadline());
    assertEquals(kept, restored.kept());
  }

  @Test
  void anActiveCallGoesOnWithBothAwayAndEachDescriptionForTheOther() {
    CallSnapshot kept =
        new CallSnapshot(
            ringing.answered(NOW),
            Optional.empty(),
            OFFER,
            Optional.of(ANSWER),
            Optional.empty(),
            true);
    LiveCall restored = kept.restore(lease);
    assertInstanceOf(ActiveCall.class, restored);
    assertEquals(Set.of(), restored.devices());
    DeviceId device = new DeviceId("d");
    assertEquals(Optional.of(ANSWER), restored.resume(ANN, device).result().description());
    assertEquals(Optional.of(OFFER), restored.resume(BOB, device).result().description());
    assertEquals(kept, restored.kept());
  }

  @Test
  void keepsWhatFitsTheStateAndNothingElse() {
    Optional<Instant> until = Optional.of(NOW);
    Optional<SessionDescription> answer = Optional.of(ANSWER);
    CallRecord active = ringing.answered(NOW);
    assertRefused(ringing, Optional.empty(), Optional.empty(), until);
    assertRefused(ringing, card, answer, until);
    assertRefused(ringing, card, Optional.empty(), Optional.empty());
    assertRefused(active, Optional.empty(), Optional.empty(), Optional.empty());
    assertRefused(active, card, answer, Optional.empty());
    assertRefused(active, Optional.empty(), answer, until);
  }

  private static void assertRefused(
      CallRecord record,
      Optional<CallerCard> card,
      Optional<SessionDescription> callee,
      Optional<Instant> until) {
    assertThrows(
        InvalidValueException.class,
        () -> new CallSnapshot(record, card, OFFER, callee, until, false));
  }
}
