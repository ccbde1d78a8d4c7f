package io.healthconnect.testkit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.audit.AuditQuery;
import io.healthconnect.domain.audit.AuditVerifier;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@code AuditLog}. */
public interface AuditLogContract {
  /** When the first events happen. */
  Instant MADE = Instant.parse("2026-03-02T07:00:00.123Z");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private AuditLog log() {
    return stores().audit();
  }

  private static AuditEvent read(String subject, int second) {
    return AuditEvent.of(AuditAction.NOTES_READ, MADE.plusSeconds(second))
        .by(new AccountId("d1"), new SessionId("s1"))
        .about(new AccountId(subject))
        .on("v" + second);
  }

  private List<AuditEntry> all() {
    List<AuditEntry> all = new ArrayList<>();
    log().forEach(all::add);
    return all;
  }

  private void assertUnbroken() {
    AuditVerifier verifier = new AuditVerifier(Instant.MIN);
    log().forEach(verifier::accept);
    assertEquals(List.of(), verifier.problems());
  }

  @Test
  default void keepsEveryMemberAndTheOrder() {
    AuditEvent bare = AuditEvent.of(AuditAction.SIGN_IN_REFUSED, MADE);
    AuditEvent full = read("p1", 1);
    log().append(List.of(bare, full));
    log().append(List.of());
    log().append(List.of(bare));
    AuditEntry first = AuditEntry.first(bare);
    AuditEntry second = first.next(full);
    assertEquals(List.of(first, second, second.next(bare)), all());
    assertUnbroken();
  }

  @Test
  default void pagesTheNewestFirstForAllOrOneSubject() {
    log().append(IntStream.range(0, 9).mapToObj(i -> read("p" + i % 2, i)).toList());
    assertEquals(List.of(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L), numbers(Optional.empty()));
    assertEquals(List.of(9L, 7L, 5L, 3L, 1L), numbers(Optional.of(new AccountId("p0"))));
    assertEquals(List.of(), numbers(Optional.of(new AccountId("p9"))));
    AuditQuery madeUp =
        new AuditQuery(Optional.empty(), new PageRequest(2, Optional.of(new Cursor("x", "-"))));
    assertThrows(InvalidValueException.class, () -> log().find(madeUp));
  }

  private List<Long> numbers(Optional<AccountId> subject) {
    List<Long> numbers = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<AuditEntry> page = log().find(new AuditQuery(subject, new PageRequest(2, after)));
      page.items().forEach(entry -> numbers.add(entry.number()));
      after = page.next();
    } while (after.isPresent());
    return numbers;
  }

  /** N-02. */
  @Test
  default void n02ManyAtOnceShareOneChainWithoutGaps() {
    Race.of(
        8,
        i ->
            () -> {
              for (int round = 0; round < 5; round++) {
                log().append(List.of(read("p" + i, round), read("p" + i, round)));
              }
              return i;
            });
    List<AuditEntry> all = all();
    assertEquals(80, all.size());
    assertEquals(80, all.get(79).number());
    assertUnbroken();
    for (int i = 0; i < 8; i++) {
      assertEquals(10, numbers(Optional.of(new AccountId("p" + i))).size());
    }
  }

  @Test
  default void removesTheOldestButKeepsWhatTheNextOneFollows() {
    log().append(IntStream.range(0, 6).mapToObj(i -> read("p1", i)).toList());
    assertEquals(0, log().purge(MADE, 100));
    assertEquals(0, log().purge(MADE.plusSeconds(1), 100));
    assertEquals(2, log().purge(MADE.plusSeconds(4), 2));
    assertEquals(1, log().purge(MADE.plusSeconds(4), 100));
    assertEquals(List.of(6L, 5L, 4L), numbers(Optional.empty()));
    log().append(List.of(read("p1", 9)));
    assertEquals(List.of(7L, 6L, 5L, 4L), numbers(Optional.empty()));
    AuditVerifier verifier = new AuditVerifier(MADE.plusSeconds(4));
    log().forEach(verifier::accept);
    assertEquals(List.of(), verifier.problems());
    assertEquals(3, log().purge(MADE.plusSeconds(100), 100));
    assertEquals(List.of(7L), numbers(Optional.empty()));
  }
}
