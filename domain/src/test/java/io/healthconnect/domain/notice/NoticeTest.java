package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final NoticeDraft DRAFT =
      new NoticeDraft(
          new AccountId("p1"),
          NoticeKind.VISIT_CONFIRMED,
          NOW,
          Optional.empty(),
          Optional.of(new AccountId("d1")));

  @Test
  void isReadOnce() {
    Notice read = DRAFT.numbered(3).readAt(NOW.plusSeconds(1));
    assertEquals(Optional.of(NOW.plusSeconds(1)), read.readAt());
    assertEquals(read, read.readAt(NOW.plusSeconds(2)));
  }

  @Test
  void countsFromOne() {
    assertEquals(1, DRAFT.numbered(1).seq());
    assertThrows(InvalidValueException.class, () -> DRAFT.numbered(0));
  }
}
