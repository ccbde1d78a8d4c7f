package io.healthconnect.testkit.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.patient.Patients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@code AccountRepository}. */
public interface AccountRepositoryContract {
  Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void findsWhatWasAdded() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
    assertEquals(Optional.of(account), stores().accounts().findByEmail(account.email()));
    assertEquals(
        Map.of(account.id(), account),
        stores().accounts().findAll(List.of(account.id(), new AccountId("nobody"))));
  }

  @Test
  default void findsNothingForAnUnknownPerson() {
    assertEquals(Optional.empty(), stores().accounts().find(new AccountId("nobody")));
    assertEquals(
        Optional.empty(), stores().accounts().findByEmail(new Email("nobody@example.org")));
    assertEquals(Map.of(), stores().accounts().findAll(List.of()));
  }

  @Test
  default void savesWhatMayChange() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    MediaFixtures.keep(stores(), MediaFixtures.avatar("m1", "p1"));
    Account changed =
        new Account(
            account.id(),
            account.role(),
            new PersonName("Zoë O'Neil; DROP TABLE"),
            account.email(),
            Optional.of(new MediaId("m1")),
            account.createdAt(),
            Instant.parse("2026-02-02T02:02:02.002Z"),
            account.standing(),
            account.secondFactor(),
            account.emailStatus(),
            1);
    Account saved = stores().accounts().save(changed);
    assertEquals(changed.withVersion(2), saved);
    assertEquals(Optional.of(saved), stores().accounts().find(account.id()));
  }

  @Test
  default void refusesAStaleSave() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    stores().accounts().save(account.withName(new PersonName("First")));
    assertThrows(
        StaleVersionException.class,
        () -> stores().accounts().save(account.withName(new PersonName("Second"))));
    assertThrows(
        StaleVersionException.class, () -> stores().accounts().save(Accounts.patient("nobody")));
    assertEquals("First", stores().accounts().find(account.id()).orElseThrow().name().value());
  }

  @Test
  default void takesAnEmailOnceOverAllRoles() {
    Account doctor = Accounts.account("d1", Role.DOCTOR, "Dora", "same@example.org");
    Account patient = Accounts.account("p1", Role.PATIENT, "Paul", "same@example.org");
    stores().doctors().add(doctor, Accounts.HASH, Doctors.valid("d1"));
    assertEquals(
        Result.failure(new EmailTaken()),
        stores().patients().add(patient, Accounts.HASH, Patients.blank("p1")));
    assertEquals(Optional.empty(), stores().patients().find(Patients.blank("p1").id()));
    assertEquals(Optional.empty(), stores().accounts().find(patient.id()));
  }

  @Test
  default void letsOneOfManyHaveAnEmail() {
    List<Result<Account, EmailTaken>> results =
        Race.of(
            8,
            i ->
                () -> {
                  String id = "x" + i;
                  return i % 2 == 0
                      ? stores()
                          .doctors()
                          .add(
                              Accounts.account(id, Role.DOCTOR, "Dora", "same@example.org"),
                              Accounts.HASH,
                              Doctors.valid(id))
                      : stores()
                          .patients()
                          .add(
                              Accounts.account(id, Role.PATIENT, "Paul", "same@example.org"),
                              Accounts.HASH,
                              Patients.blank(id));
                });
    assertEquals(1, results.stream().filter(r -> r instanceof Result.Success).count());
    List<AccountId> ids =
        List.of("x0", "x1", "x2", "x3", "x4", "x5", "x6", "x7").stream()
            .map(AccountId::new)
            .toList();
    assertEquals(1, stores().accounts().findAll(ids).size());
  }

  @Test
  default void letsOneOfManySaveAVersion() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    List<Boolean> won =
        Race.of(
            8,
            i ->
                () -> {
                  try {
                    stores().accounts().save(account.withName(new PersonName("N" + i)));
                    return true;
                  } catch (StaleVersionException e) {
                    return false;
                  }
                });
    assertEquals(1, won.stream().filter(w -> w).count());
    assertTrue(stores().accounts().find(account.id()).orElseThrow().version() == 2);
  }

  @Test
  default void keepsTheHashApartFromTheAccount() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, new PasswordHash("first"), Patients.blank("p1"));
    Credentials first = new Credentials(account.id(), new PasswordHash("first"));
    assertEquals(Optional.of(first), stores().accounts().credentials(account.id()));
    assertEquals(Optional.of(first), stores().accounts().credentials(account.email()));
    stores().accounts().save(account.withName(new PersonName("Another")));
    assertEquals(Optional.of(first), stores().accounts().credentials(account.id()));
    assertEquals(Optional.empty(), stores().accounts().credentials(new AccountId("nobody")));
    assertEquals(
        Optional.empty(), stores().accounts().credentials(new Email("nobody@example.org")));
  }

  @Test
  default void renewsAHashOnlyIfItIsStillTheCheckedOne() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, new PasswordHash("first"), Patients.blank("p1"));
    Credentials first = new Credentials(account.id(), new PasswordHash("first"));
    Credentials second = new Credentials(account.id(), new PasswordHash("second"));
    Session session = Accounts.session("s1", account.id());
    assertTrue(stores().sessions().open(session, first));
    assertTrue(stores().accounts().renewHash(first, second.passwordHash()));
    assertFalse(stores().accounts().renewHash(first, new PasswordHash("third")));
    assertEquals(Optional.of(second), stores().accounts().credentials(account.id()));
    assertEquals(Optional.of(session), stores().sessions().find(session.id()));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
  }

  @Test
  default void changesThePasswordAndEndsTheOtherSessionsInOneStep() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, new PasswordHash("first"), Patients.blank("p1"));
    Credentials first = new Credentials(account.id(), new PasswordHash("first"));
    Session kept = Accounts.session("s1", account.id());
    Session ended = Accounts.session("s2", account.id());
    assertTrue(stores().sessions().open(kept, first));
    assertTrue(stores().sessions().open(ended, first));
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    PasswordHash next = new PasswordHash("second");
    assertTrue(stores().accounts().changePassword(first, next, kept.id(), NOW));
    assertEquals(
        Optional.of(new Credentials(account.id(), next)),
        stores().accounts().credentials(account.id()));
    assertEquals(Optional.of(kept), stores().sessions().find(kept.id()));
    assertEquals(Optional.empty(), stores().sessions().find(ended.id()));
    assertFalse(
        stores().accounts().changePassword(first, new PasswordHash("third"), ended.id(), NOW));
    assertEquals(Optional.of(kept), stores().sessions().find(kept.id()));
    assertEquals(
        List.of(
            new Change.SessionsEnded(account.id(), Optional.empty(), Optional.of(kept.id())),
            new Change.NoticeStored(told(account).get(0))),
        heard.all());
    assertEquals(1, told(account).size());
  }

  private List<Notice> told(Account account) {
    return stores().notices().list(account.id(), PageRequest.first(10)).items();
  }

  @Test
  default void opensNoSessionWithAPasswordThatWasChanged() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, new PasswordHash("first"), Patients.blank("p1"));
    Credentials first = new Credentials(account.id(), new PasswordHash("first"));
    Session kept = Accounts.session("s0", account.id());
    assertTrue(stores().sessions().open(kept, first));
    List<Boolean> results =
        Race.of(
            8,
            i ->
                () ->
                    i == 0
                        ? stores()
                            .accounts()
                            .changePassword(first, new PasswordHash("second"), kept.id(), NOW)
                        : stores().sessions().open(Accounts.session("s" + i, account.id()), first));
    assertTrue(results.get(0));
    for (int i = 1; i < 8; i++) {
      assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s" + i)));
    }
    assertFalse(stores().sessions().open(Accounts.session("s9", account.id()), first));
    assertEquals(Optional.empty(), stores().sessions().find(new SessionId("s9")));
  }
}
