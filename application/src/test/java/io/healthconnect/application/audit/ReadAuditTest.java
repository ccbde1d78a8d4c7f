package io.healthconnect.application.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadAuditTest {
  private static final AccountId PAUL = new AccountId("p1");

  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final InMemoryStore store = new InMemoryStore();
  private final AuditUseCases useCases =
      AuditUseCases.create(store.audit(), new AuditTrail(store.audit(), clock));

  private Result<List<AuditEvent>, ReadAudit.Refusal> read(Role role, Optional<AccountId> of) {
    Actor actor = new Actor(new AccountId("a1"), role, new SessionId("s1"));
    return useCases
        .read()
        .readAudit(new ReadAudit.Query(actor, of, PageRequest.first(20)))
        .map(page -> page.items().stream().map(entry -> entry.event()).toList());
  }

  @Test
  void showsAdminsEverythingAndLogsTheLookFirst() {
    AuditEvent event = AuditEvent.of(AuditAction.RECORD_READ, clock.instant()).about(PAUL);
    store.audit().append(List.of(event));
    AuditEvent look =
        AuditEvent.of(AuditAction.AUDIT_READ, clock.instant())
            .by(new AccountId("a1"), new SessionId("s1"));
    assertEquals(Result.success(List.of(look, event)), read(Role.ADMIN, Optional.empty()));
    assertEquals(
        Result.success(List.of(look.about(PAUL), event)), read(Role.ADMIN, Optional.of(PAUL)));
  }

  @Test
  void showsOthersNothing() {
    for (Role role : new Role[] {Role.DOCTOR, Role.PATIENT}) {
      assertEquals(Result.failure(ReadAudit.Refusal.NOT_AN_ADMIN), read(role, Optional.empty()));
    }
    assertEquals(List.of(), store.audit().events());
  }
}
