package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticeDraftTest {
  @Test
  void ofAnOwnChangeBecomesAReadNotice() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    AccountId self = new AccountId("p1");
    Notice own =
        new NoticeDraft(self, NoticeKind.VISIT_CANCELLED, now, Optional.empty(), Optional.of(self))
            .numbered(7);
    assertEquals(Optional.of(now), own.readAt());
    assertTrue(own.isOwn());
  }

  @Test
  void becomesAnUnreadNotice() {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    AccountId to = new AccountId("p1");
    Optional<AppointmentId> appointment = Optional.of(new AppointmentId("v1"));
    Optional<AccountId> from = Optional.of(new AccountId("d1"));
    assertEquals(
        new Notice(to, 7, NoticeKind.VISIT_MOVED, now, Optional.empty(), appointment, from),
        new NoticeDraft(to, NoticeKind.VISIT_MOVED, now, appointment, from).numbered(7));
  }
}
