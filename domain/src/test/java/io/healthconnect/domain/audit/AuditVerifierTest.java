package io.healthconnect.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuditVerifierTest {
  private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");

  private static List<AuditEntry> log(int length) {
    List<AuditEntry> log = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      AuditEvent event =
          AuditEvent.of(AuditAction.NOTES_READ, START.plusSeconds(i))
              .by(new AccountId("d1"), new SessionId("s1"))
              .about(new AccountId("p" + i));
      log.add(i == 0 ? AuditEntry.first(event) : log.get(i - 1).next(event));
    }
    return log;
  }

  private static AuditVerifier verified(List<AuditEntry> log, Instant keptSince) {
    AuditVerifier verifier = new AuditVerifier(keptSince);
    log.forEach(verifier::accept);
    return verifier;
  }

  @Test
  void findsNothingInAWholeLog() {
    AuditVerifier verifier = verified(log(50), START);
    assertEquals(List.of(), verifier.problems());
    assertEquals(50, verifier.last().orElseThrow().number());
    assertEquals(List.of(), verified(List.of(), START).problems());
  }

  @Test
  void takesAMissingBeginningForRetentionOnlyIfItIsOldEnough() {
    List<AuditEntry> rest = log(10).subList(4, 10);
    assertEquals(List.of(), verified(rest, START.plusSeconds(5)).problems());
    assertEquals(
        List.of("entries before 5 are missing"), verified(rest, START.plusSeconds(4)).problems());
  }

  /** N-02. */
  @Test
  void n02FindsWhatHasANumberBeforeTheFirst() {
    List<AuditEntry> log = log(3);
    log.add(0, AuditEntry.after(-1, AuditEntry.NONE, log.get(0).event()));
    AuditVerifier verifier = verified(log, START);
    assertEquals(List.of("entry 0 is outside the chain"), verifier.problems());
    assertEquals(3, verifier.last().orElseThrow().number());
    List<AuditEntry> alone = log.subList(0, 1);
    assertEquals(Optional.empty(), verified(alone, START).last());
  }

  /** N-02. */
  @Test
  void n02FindsAThousandRandomTamperings() {
    Random random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      List<AuditEntry> log = log(30);
      int at = random.nextInt(29);
      AuditEntry entry = log.get(at);
      AuditEvent another = entry.event().about(new AccountId("x"));
      switch (random.nextInt(5)) {
        case 0 ->
            log.set(at, new AuditEntry(entry.number(), another, entry.previous(), entry.hash()));
        case 1 -> log.set(at, AuditEntry.after(at, entry.previous(), another));
        case 2 -> log.remove(at);
        case 3 -> log.add(at, AuditEntry.after(at, entry.previous(), another));
        default -> log.set(at, log.set(at + 1, entry));
      }
      assertFalse(verified(log, START).problems().isEmpty(), "tampering " + i);
    }
  }
}
