package io.healthconnect.domain.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutboxStateTest {
  private static final Instant EARLIER = Instant.parse("2026-03-02T07:00:00Z");
  private static final OutboxState EMPTY = new OutboxState(0, Optional.empty(), 0);

  @Test
  void twoTogetherAreAsOldAsTheOlder() {
    OutboxState one = new OutboxState(2, Optional.of(EARLIER.plusSeconds(9)), 1);
    OutboxState other = new OutboxState(3, Optional.of(EARLIER), 4);
    OutboxState both = new OutboxState(5, Optional.of(EARLIER), 5);
    assertEquals(both, one.and(other));
    assertEquals(both, other.and(one));
  }

  @Test
  void anEmptyOneChangesNothing() {
    OutboxState one = new OutboxState(2, Optional.of(EARLIER), 1);
    assertEquals(one, one.and(EMPTY));
    assertEquals(one, EMPTY.and(one));
  }
}
