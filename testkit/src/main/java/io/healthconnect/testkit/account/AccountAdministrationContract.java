package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Approval;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.Standing;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@code AccountAdministration}, but for what the directory shows. */
public interface AccountAdministrationContract {
  /** What the audit log tells of each new admin. */
  AuditEvent CREATED = AuditEvent.of(AuditAction.ADMIN_CREATED, Accounts.CREATED);

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Account admin(String id) {
    Account account = Accounts.admin(id);
    assertEquals(
        Result.success(account),
        stores().administration().addAdmin(account, Accounts.HASH, CREATED));
    return account;
  }

  private Account patient(String id) {
    Account account = Accounts.patient(id);
    stores().patients().add(account, Accounts.HASH, Patients.blank(id));
    return account;
  }

  private Account doctor(Account account) {
    stores().doctors().add(account, Accounts.HASH, Doctors.valid(account.id().value()));
    return account;
  }

  private boolean opens(String session, Account account) {
    return stores()
        .sessions()
        .open(Accounts.session(session, account.id()), Accounts.credentials(account.id()));
  }

  private Result<Account, Decision.Refusal> decide(Account account, Decision decision) {
    return stores()
        .administration()
        .decide(account.id(), decision, Accounts.decided(account.id(), decision));
  }

  private List<String> found(AccountSearch search) {
    return stores().administration().search(search).items().stream()
        .map(account -> account.id().value())
        .toList();
  }

  private static AccountSearch search(String... words) {
    return new AccountSearch(
        Set.of(words), Optional.empty(), Optional.empty(), PageRequest.first(20));
  }

  private static AccountSearch of(AccountState state) {
    return new AccountSearch(Set.of(), Optional.empty(), Optional.of(state), PageRequest.first(20));
  }

  @Test
  default void addsAnAdminUnlessTheEmailIsTaken() {
    Account admin = admin("a1");
    assertEquals(Optional.of(admin), stores().accounts().find(admin.id()));
    assertEquals(
        Optional.of(Accounts.credentials(admin.id())),
        stores().accounts().credentials(admin.email()));
    assertTrue(opens("s1", admin));
    assertEquals(
        Result.failure(new EmailTaken()),
        stores()
            .administration()
            .addAdmin(
                Accounts.account("a2", Role.ADMIN, "Ada", "a1@example.org"),
                Accounts.HASH,
                CREATED));
  }

  @Test
  default void keepsTheStandingThatAnAccountWasAddedWith() {
    Account pending = doctor(Accounts.pending("d1"));
    assertEquals(Optional.of(pending), stores().accounts().find(pending.id()));
    Account renamed = stores().accounts().save(pending.withName(new PersonName("Dora Lund")));
    assertEquals(pending.standing(), renamed.standing());
    Account sly = renamed.withStanding(Standing.GOOD);
    assertEquals(pending.standing(), stores().accounts().save(sly).standing());
  }

  @Test
  default void storesEachDecision() {
    Account pending = doctor(Accounts.pending("d1"));
    Standing approved = new Standing(Approval.GRANTED, false);
    Account first = pending.withStanding(approved).withVersion(2);
    assertEquals(Result.success(first), decide(pending, Decision.APPROVE));
    assertEquals(Optional.of(first), stores().accounts().find(pending.id()));
    assertEquals(Result.success(first), decide(pending, Decision.APPROVE));
    for (var step :
        List.of(
            Map.entry(Decision.REJECT, new Standing(Approval.REJECTED, false)),
            Map.entry(Decision.DISABLE, new Standing(Approval.REJECTED, true)),
            Map.entry(Decision.APPROVE, new Standing(Approval.GRANTED, true)),
            Map.entry(Decision.ENABLE, approved))) {
      decide(pending, step.getKey());
      assertEquals(
          step.getValue(), stores().accounts().find(pending.id()).orElseThrow().standing());
    }
    assertEquals(6, stores().accounts().find(pending.id()).orElseThrow().version());
  }

  @Test
  default void refusesWhatCannotBeDecided() {
    Account patient = patient("p1");
    assertEquals(Result.failure(Decision.Refusal.NOT_A_DOCTOR), decide(patient, Decision.APPROVE));
    assertEquals(Result.failure(Decision.Refusal.NOT_A_DOCTOR), decide(patient, Decision.REJECT));
    assertEquals(Optional.of(patient), stores().accounts().find(patient.id()));
    assertEquals(
        Result.failure(Decision.Refusal.UNKNOWN_ACCOUNT),
        decide(Accounts.patient("nobody"), Decision.DISABLE));
  }

  /** G-08. */
  @Test
  default void g08DisablingEndsSessionsAndResetTokensInOneStep() {
    Account patient = patient("p1");
    Account other = patient("p2");
    assertTrue(opens("s1", patient));
    assertTrue(opens("s2", other));
    ResetToken before = ResetToken.create("before", patient.id(), Accounts.CREATED);
    stores().accounts().addResetToken(before);
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    decide(patient, Decision.DISABLE);
    decide(patient, Decision.DISABLE);
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s1")));
    assertTrue(stores().sessions().find(new SessionId("s2")).isPresent());
    assertEquals(Optional.empty(), stores().accounts().findResetToken(before.hash()));
    assertEquals(
        List.of(new Change.SessionsEnded(patient.id(), Optional.empty(), Optional.empty())),
        heard.all());
    assertFalse(opens("s3", patient));
    ResetToken after = ResetToken.create("after", patient.id(), Accounts.CREATED);
    stores().accounts().addResetToken(after);
    assertFalse(
        stores()
            .accounts()
            .resetPassword(after.hash(), Accounts.CREATED, new PasswordHash("next")));
    decide(patient, Decision.ENABLE);
    assertTrue(opens("s4", patient));
    assertTrue(
        stores()
            .accounts()
            .resetPassword(after.hash(), Accounts.CREATED, new PasswordHash("next")));
  }

  /** N-01. */
  @Test
  default void n01LogsEachDecisionOnceAndNothingThatWasRefused() {
    Account admin = admin("a1");
    Account pending = doctor(Accounts.pending("d1"));
    decide(pending, Decision.APPROVE);
    decide(pending, Decision.APPROVE);
    decide(admin, Decision.DISABLE);
    decide(patient("p1"), Decision.REJECT);
    decide(pending, Decision.DISABLE);
    List<AuditEvent> logged = new ArrayList<>();
    stores().audit().forEach(entry -> logged.add(entry.event()));
    assertEquals(
        List.of(
            CREATED,
            Accounts.decided(pending.id(), Decision.APPROVE),
            Accounts.decided(pending.id(), Decision.DISABLE)),
        logged);
  }

  /** G-09. */
  @Test
  default void g09OpensNoSessionOfADisabledAccount() {
    // Several times, since the decision may come last.
    for (int round = 0; round < 5; round++) {
      Account patient = patient("p" + round);
      Race.of(
          8,
          i ->
              () ->
                  i == 0
                      ? decide(patient, Decision.DISABLE) instanceof Result.Success
                      : opens(patient.id().value() + "s" + i, patient));
      assertEquals(List.of(), stores().sessions().list(patient.id()));
      assertEquals(
          Optional.of(new Credentials(patient.id(), Accounts.HASH)),
          stores().accounts().credentials(patient.id()));
    }
  }

  @Test
  default void keepsTheReasonOfARejectionUntilTheNextDecisionAboutTheApproval() {
    Account pending = doctor(Accounts.pending("d1"));
    RejectionReason reason = new RejectionReason("No licence number");
    AuditEvent event = Accounts.decided(pending.id(), Decision.REJECT);
    Account rejected =
        pending
            .withStanding(new Standing(Approval.REJECTED, false, false, Optional.of(reason)))
            .withVersion(2);
    for (int i = 0; i < 2; i++) {
      assertEquals(
          Result.success(rejected), stores().administration().reject(pending.id(), reason, event));
      assertEquals(Optional.of(rejected), stores().accounts().find(pending.id()));
    }
    assertEquals(List.of("d1"), found(of(AccountState.REJECTED)));
    Account renamed = stores().accounts().save(rejected.withName(new PersonName("Dora Lund")));
    assertEquals(rejected.standing(), renamed.standing());
    decide(pending, Decision.DISABLE);
    decide(pending, Decision.ENABLE);
    assertEquals(
        rejected.standing(), stores().accounts().find(pending.id()).orElseThrow().standing());
    decide(pending, Decision.APPROVE);
    decide(pending, Decision.REJECT);
    assertEquals(
        new Standing(Approval.REJECTED, false),
        stores().accounts().find(pending.id()).orElseThrow().standing());
    assertEquals(
        Result.failure(Decision.Refusal.NOT_A_DOCTOR),
        stores().administration().reject(patient("p1").id(), reason, event));
    assertEquals(
        Result.failure(Decision.Refusal.UNKNOWN_ACCOUNT),
        stores().administration().reject(new AccountId("nobody"), reason, event));
  }

  @Test
  default void keepsTheLastAdmin() {
    Account admin = admin("a1");
    assertEquals(Result.failure(Decision.Refusal.LAST_ADMIN), decide(admin, Decision.DISABLE));
    assertEquals(Optional.of(admin), stores().accounts().find(admin.id()));
    Account other = admin("a2");
    assertTrue(decide(admin, Decision.DISABLE) instanceof Result.Success);
    assertEquals(Result.failure(Decision.Refusal.LAST_ADMIN), decide(other, Decision.DISABLE));
    assertTrue(decide(admin, Decision.ENABLE) instanceof Result.Success);
    assertTrue(decide(other, Decision.DISABLE) instanceof Result.Success);
  }

  @Test
  default void keepsOneAdminWhenAllAreDisabledAtOnce() {
    List<Account> admins = IntStream.range(0, 4).mapToObj(i -> admin("a" + i)).toList();
    List<Result<Account, Decision.Refusal>> results =
        Race.of(4, i -> () -> decide(admins.get(i), Decision.DISABLE));
    assertEquals(
        1, results.stream().filter(Result.failure(Decision.Refusal.LAST_ADMIN)::equals).count());
    assertEquals(1, found(of(AccountState.ACTIVE)).size());
  }

  @Test
  default void findsAccountsByStateAndRole() {
    Account pending = doctor(Accounts.pending("d1"));
    doctor(Accounts.pending("d2"));
    decide(pending, Decision.REJECT);
    doctor(Accounts.doctor("d3"));
    Account disabled = patient("p1");
    decide(disabled, Decision.DISABLE);
    patient("p2");
    admin("a1");
    assertEquals(List.of("d1"), found(of(AccountState.REJECTED)));
    assertEquals(List.of("d2"), found(of(AccountState.PENDING)));
    assertEquals(List.of("p1"), found(of(AccountState.DISABLED)));
    assertEquals(List.of("p2", "d3", "a1"), found(of(AccountState.ACTIVE)));
    assertEquals(
        List.of("d3"),
        found(
            new AccountSearch(
                Set.of(),
                Optional.of(Role.DOCTOR),
                Optional.of(AccountState.ACTIVE),
                PageRequest.first(20))));
    assertEquals(
        List.of("p2", "p1"),
        found(
            new AccountSearch(
                Set.of(), Optional.of(Role.PATIENT), Optional.empty(), PageRequest.first(20))));
    assertEquals(List.of("p2", "p1", "d3", "d2", "d1", "a1"), found(search()));
  }

  @Test
  default void findsAccountsByTheBeginningsOfWords() {
    stores()
        .patients()
        .add(
            Accounts.account("p1", Role.PATIENT, "Zoë O'Neil", "zo.b@example.org"),
            Accounts.HASH,
            Patients.blank("p1"));
    patient("p2");
    doctor(Accounts.account("d1", Role.DOCTOR, "Dora Neilsen", "d1@example.net"));
    assertEquals(List.of("p1"), found(search("zoe")));
    assertEquals(List.of("p1", "d1"), found(search("NEIL")));
    assertEquals(List.of("d1"), found(search("neil", "dor")));
    assertEquals(List.of("p1"), found(search("zo.b@exam")));
    assertEquals(List.of(), found(search("eil")));
    assertEquals(List.of("p1"), found(search("example", "zo")));
    Account renamed =
        stores()
            .accounts()
            .save(
                stores()
                    .accounts()
                    .find(new AccountId("p2"))
                    .orElseThrow()
                    .withName(new PersonName("Quentin Vale")));
    assertEquals(List.of("p2"), found(search("vale")));
    assertEquals(List.of(), found(search("paul")));
    stores().patients().save(Patients.blank("p2"), new PersonName("Una " + renamed.name().value()));
    assertEquals(List.of("p2"), found(search("una")));
    assertEquals(
        List.of(),
        found(
            new AccountSearch(
                Set.of("zoe"), Optional.of(Role.DOCTOR), Optional.empty(), PageRequest.first(20))));
  }

  @Test
  default void pagesThroughAllAccountsNewestFirst() {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      String id = "p" + i;
      Instant at = Accounts.CREATED.plusSeconds(i / 3);
      stores()
          .patients()
          .add(
              Account.create(
                  new AccountId(id),
                  Role.PATIENT,
                  new PersonName("Paul"),
                  Accounts.patient(id).email(),
                  at),
              Accounts.HASH,
              Patients.blank(id));
      expected.add(0, id);
    }
    for (Set<String> words : List.of(Set.<String>of(), Set.of("pau"))) {
      List<String> all = new ArrayList<>();
      Optional<Cursor> after = Optional.empty();
      do {
        Page<Account> page =
            stores()
                .administration()
                .search(
                    new AccountSearch(
                        words, Optional.empty(), Optional.empty(), new PageRequest(2, after)));
        page.items().forEach(account -> all.add(account.id().value()));
        after = page.next();
      } while (after.isPresent());
      assertEquals(expected, all);
    }
    PageRequest madeUp = new PageRequest(2, Optional.of(new Cursor("x", "p1")));
    AccountSearch search = new AccountSearch(Set.of(), Optional.empty(), Optional.empty(), madeUp);
    assertThrows(InvalidValueException.class, () -> stores().administration().search(search));
  }
}
