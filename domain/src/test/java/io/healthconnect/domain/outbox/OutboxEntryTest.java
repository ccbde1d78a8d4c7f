package io.healthconnect.domain.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.push.PushSubscriptionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutboxEntryTest {
  @Test
  void isNamedAfterThePersonAndTheNumberOfItsNotice() {
    NoticeDraft draft =
        new NoticeDraft(
            new AccountId("p1"),
            NoticeKind.VISIT_MOVED,
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());
    assertEquals("p1:12", new OutboxEntry(draft.numbered(12), 3).id());
    assertEquals("p1:12", OutboxEntry.idOf(draft.numbered(12)));
    assertEquals("p1:12", OutboxEntry.idOf(new AccountId("p1"), 12));
    PushSubscriptionId device = new PushSubscriptionId("device");
    assertEquals("p1:12:device", new OutboxEntry(draft.numbered(12), Optional.of(device), 3).id());
  }
}
