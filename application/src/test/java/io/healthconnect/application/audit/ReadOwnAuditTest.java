package io.healthconnect.application.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadOwnAuditTest {
  private final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  private final InMemoryStore store = new InMemoryStore();
  private final AuditUseCases useCases =
      AuditUseCases.create(store.audit(), new AuditTrail(store.audit(), clock));

  @Test
  void showsWhatConcernsTheActorOnly() {
    AuditEvent read = AuditEvent.of(AuditAction.RECORD_READ, clock.instant());
    AccountId paul = new AccountId("p1");
    store.audit().append(List.of(read.about(paul), read.about(new AccountId("p2")), read.on("v1")));
    Actor actor = new Actor(paul, Role.PATIENT, new SessionId("s1"));
    assertEquals(
        List.of(read.about(paul)),
        useCases
            .readOwn()
            .readOwnAudit(new ReadOwnAudit.Query(actor, PageRequest.first(20)))
            .items()
            .stream()
            .map(entry -> entry.event())
            .toList());
    assertEquals(3, store.audit().events().size());
  }
}
