package io.healthconnect.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final AuditEvent EVENT =
      AuditEvent.of(AuditAction.RECORD_READ, Instant.EPOCH).about(new AccountId("p1"));

  @Test
  void isIntactUntilAnyMemberIsAnother() {
    AuditEntry entry = AuditEntry.first(EVENT);
    assertTrue(entry.isIntact());
    for (AuditEvent other :
        List.of(
            EVENT.about(new AccountId("p2")),
            EVENT.on("p1"),
            EVENT.by(new AccountId("d1"), new SessionId("s1")),
            AuditEvent.of(AuditAction.NOTES_READ, Instant.EPOCH).about(new AccountId("p1")),
            AuditEvent.of(AuditAction.RECORD_READ, Instant.EPOCH).on("p1"),
            AuditEvent.of(AuditAction.RECORD_READ, Instant.EPOCH.plusMillis(1))
                .about(new AccountId("p1")))) {
      assertFalse(new AuditEntry(1, other, entry.previous(), entry.hash()).isIntact());
    }
    assertFalse(new AuditEntry(2, EVENT, entry.previous(), entry.hash()).isIntact());
    assertFalse(new AuditEntry(1, EVENT, entry.hash(), entry.hash()).isIntact());
  }

  @Test
  void followsOnlyTheOneBefore() {
    AuditEntry first = AuditEntry.first(EVENT);
    AuditEntry second = first.next(EVENT);
    AuditEntry third = second.next(EVENT);
    assertTrue(second.follows(first));
    assertFalse(third.follows(first));
    assertFalse(first.follows(second));
    assertFalse(AuditEntry.after(1, AuditEntry.NONE, EVENT).follows(first));
    assertNotEquals(first.hash(), second.hash());
    assertEquals(2, second.number());
  }
}
