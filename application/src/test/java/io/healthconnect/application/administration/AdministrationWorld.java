package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.AccountAdministrationContract;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.util.List;

/** The admin Ada, a pending doctor and a patient. */
final class AdministrationWorld {
  static final Actor ADMIN = actor("a1", Role.ADMIN);

  final SettableClock clock = SettableClock.at("2026-03-02T07:00:00Z");
  final InMemoryStore store = new InMemoryStore();
  final SequentialIds ids = new SequentialIds();
  final AuditTrail trail = new AuditTrail(store.audit(), clock);
  final IssueResetLink issueResetLink =
      AccountUseCases.issueResetLink(store.accounts(), trail, ids, clock);
  final AdministrationUseCases useCases = AdministrationUseCases.create(ports(), issueResetLink);

  AdministrationWorld() {
    store
        .administration()
        .addAdmin(Accounts.admin("a1"), Accounts.HASH, AccountAdministrationContract.CREATED);
    store.doctors().add(Accounts.pending("d1"), Accounts.HASH, Doctors.valid("d1"));
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
  }

  AdministrationUseCases.Ports ports() {
    return new AdministrationUseCases.Ports(
        store.administration(), store.accounts(), store.doctors(), store.evidence(), trail);
  }

  /** What was logged since the world was made. */
  List<AuditEvent> logged() {
    return store.audit().events().subList(1, store.audit().events().size());
  }

  AuditEvent event(AuditAction action) {
    return AuditEvent.of(action, clock.instant()).by(ADMIN.id(), ADMIN.sessionId());
  }

  static Actor actor(String id, Role role) {
    return new Actor(new AccountId(id), role, new SessionId("s-" + id));
  }

  Account account(String id) {
    return store.accounts().find(new AccountId(id)).orElseThrow();
  }
}
