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
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.patient.Patients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left of an account that was erased (edge cases 39 and 99). */
public interface ErasureContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Account patient(String id) {
    Account account = Accounts.patient(id);
    stores().patients().add(account, Accounts.HASH, Patients.complete(id));
    return account;
  }

  private Account doctor(String id) {
    Account account = Accounts.doctor(id);
    stores().doctors().add(account, Accounts.HASH, Doctors.complete(id));
    return account;
  }

  private Account admin(String id) {
    Account account = Accounts.admin(id);
    stores()
        .administration()
        .addAdmin(
            account, Accounts.HASH, AuditEvent.of(AuditAction.ADMIN_CREATED, Accounts.CREATED));
    return account;
  }

  private static AuditEvent event(AccountId id) {
    return AuditEvent.of(AuditAction.ACCOUNT_ERASED, Accounts.CREATED).about(id);
  }

  private Result<Account, Erasure.Refusal> erase(Account account) {
    return stores()
        .administration()
        .erase(new Erasure(account.id(), Optional.empty(), event(account.id())));
  }

  private Result<Account, Erasure.Refusal> erase(Account account, PasswordHash checked) {
    return stores()
        .administration()
        .erase(
            new Erasure(
                account.id(),
                Optional.of(new Credentials(account.id(), checked)),
                event(account.id())));
  }

  private List<AccountId> found(String... words) {
    return stores()
        .administration()
        .search(
            new AccountSearch(
                Set.of(words), Optional.empty(), Optional.empty(), PageRequest.first(20)))
        .items()
        .stream()
        .map(Account::id)
        .toList();
  }

  @Test
  default void case99LeavesAPseudonymOfAPatient() {
    Account account = patient("p1");
    Patient before = stores().patients().find(PatientId.of("p1")).orElseThrow();
    assertEquals(Result.success(account.erased().withVersion(2)), erase(account, Accounts.HASH));
    assertEquals(
        Optional.of(account.erased().withVersion(2)), stores().accounts().find(account.id()));
    assertEquals(
        Optional.of(before.erased().withVersion(2)), stores().patients().find(before.id()));
    assertEquals(Optional.empty(), stores().accounts().findByEmail(account.email()));
    assertEquals(Optional.empty(), stores().accounts().credentials(account.email()));
    assertEquals(Optional.empty(), stores().accounts().credentials(account.id()));
  }

  @Test
  default void case99LeavesWhatAppointmentsNeedOfADoctor() {
    Account account = doctor("d1");
    doctor("d2");
    Doctor before = stores().doctors().find(DoctorId.of("d1")).orElseThrow();
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    assertTrue(erase(account) instanceof Result.Success);
    assertEquals(Optional.of(before.erased().withVersion(2)), stores().doctors().find(before.id()));
    assertEquals(Optional.empty(), stores().doctors().findListed(before.id()));
    assertEquals(
        account.erased().name(), stores().doctors().findListing(before.id()).orElseThrow().name());
    assertEquals(1, stores().doctors().specializations().get(0).count());
    assertTrue(heard.all().contains(new Change.DoctorChanged(before.id())));
  }

  @Test
  default void endsTheHoldOfAPatient() {
    Account account = patient("p1");
    doctor("d1");
    Hold hold =
        Hold.begin(
            new HoldId("h1"),
            DoctorId.of("d1"),
            PatientId.of("p1"),
            Appointments.at(0, 30).slot(),
            Appointments.BOOKED);
    assertTrue(stores().holds().place(hold, Appointments.BOOKED).isPresent());
    erase(account);
    assertEquals(Optional.empty(), stores().holds().find(hold.patient(), Appointments.BOOKED));
  }

  @Test
  default void freesTheEmailAddress() {
    Account account = patient("p1");
    erase(account);
    Account again = Accounts.account("p2", account.role(), "Paul", account.email().value());
    assertTrue(
        stores().patients().add(again, Accounts.HASH, Patients.blank("p2"))
            instanceof Result.Success);
  }

  /** G-09. */
  @Test
  default void g09EndsSessionsAndResetTokensInTheSameStep() {
    Account account = patient("p1");
    assertTrue(
        stores()
            .sessions()
            .open(Accounts.session("s1", account.id()), Accounts.credentials(account.id())));
    ResetToken token = ResetToken.create("hash", account.id(), Accounts.CREATED);
    stores().accounts().addResetToken(token);
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    erase(account);
    assertEquals(List.of(), stores().sessions().list(account.id()));
    assertEquals(Optional.empty(), stores().accounts().findResetToken(token.hash()));
    assertEquals(
        List.of(new Change.SessionsEnded(account.id(), Optional.empty(), Optional.empty())),
        heard.all());
    assertFalse(
        stores()
            .sessions()
            .open(Accounts.session("s2", account.id()), Accounts.credentials(account.id())));
  }

  @Test
  default void discardsTheImages() {
    Account account = patient("p1");
    patient("p2");
    MediaId own = new MediaId("m1");
    MediaId other = new MediaId("m2");
    stores().media().add(MediaFixtures.avatar("m1", "p1"), UploadQuota.DEFAULT);
    stores().media().add(MediaFixtures.avatar("m2", "p2"), UploadQuota.DEFAULT);
    Account shown = stores().accounts().save(account.withAvatar(Optional.of(own)));
    erase(shown);
    assertEquals(MediaState.DISCARDED, stores().media().find(own).orElseThrow().state());
    assertEquals(MediaState.PENDING, stores().media().find(other).orElseThrow().state());
    assertEquals(Optional.empty(), stores().accounts().find(account.id()).orElseThrow().avatar());
  }

  @Test
  default void nothingChangesAnErasedAccount() {
    Account account = patient("p1");
    Account doctor = doctor("d1");
    erase(account);
    erase(doctor);
    Account left = stores().accounts().find(account.id()).orElseThrow();
    Patient blank = stores().patients().find(PatientId.of("p1")).orElseThrow();
    Doctor bare = stores().doctors().find(DoctorId.of("d1")).orElseThrow();
    assertThrows(
        StaleVersionException.class, () -> stores().accounts().save(left.withName(account.name())));
    assertThrows(StaleVersionException.class, () -> stores().patients().save(blank));
    assertThrows(
        StaleVersionException.class, () -> stores().patients().save(blank, account.name()));
    assertThrows(StaleVersionException.class, () -> stores().doctors().save(bare));
    assertThrows(StaleVersionException.class, () -> stores().doctors().save(bare, doctor.name()));
    assertEquals(
        Result.failure(Decision.Refusal.UNKNOWN_ACCOUNT),
        stores()
            .administration()
            .decide(account.id(), Decision.ENABLE, Accounts.decided(left.id(), Decision.ENABLE)));
    assertEquals(Optional.of(left), stores().accounts().find(account.id()));
  }

  @Test
  default void adminsFindNoErasedAccount() {
    Account account = patient("p1");
    patient("p2");
    erase(account);
    assertEquals(List.of(new AccountId("p2")), found());
    assertEquals(List.of(), found("former"));
    assertEquals(List.of(new AccountId("p2")), found("paul"));
  }

  @Test
  default void refusesAnUnknownAccountAndASecondTime() {
    Account account = patient("p1");
    assertEquals(
        Result.failure(Erasure.Refusal.UNKNOWN_ACCOUNT), erase(Accounts.patient("nobody")));
    assertTrue(erase(account) instanceof Result.Success);
    assertEquals(Result.failure(Erasure.Refusal.UNKNOWN_ACCOUNT), erase(account));
  }

  @Test
  default void refusesAPasswordThatWasChangedMeanwhile() {
    Account account = patient("p1");
    assertEquals(
        Result.failure(Erasure.Refusal.PASSWORD_CHANGED),
        erase(account, new PasswordHash("former")));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
  }

  @Test
  default void keepsTheLastAdminWhenAllAreErasedAtOnce() {
    List<Account> admins = IntStream.range(0, 3).mapToObj(i -> admin("a" + i)).toList();
    List<Result<Account, Erasure.Refusal>> results = Race.of(3, i -> () -> erase(admins.get(i)));
    assertEquals(
        1, results.stream().filter(Result.failure(Erasure.Refusal.LAST_ADMIN)::equals).count());
    assertEquals(1, found().size());
  }

  /** N-01. */
  @Test
  default void n01LogsEachErasureOnceAndNothingThatWasRefused() {
    Account account = patient("p1");
    Race.of(4, i -> () -> erase(account) instanceof Result.Success);
    erase(Accounts.patient("nobody"));
    List<AuditEvent> logged = new ArrayList<>();
    stores().audit().forEach(entry -> logged.add(entry.event()));
    assertEquals(List.of(event(account.id())), logged);
  }

  @Test
  default void anErasureIsUnfinishedUntilItIsFinished() {
    Account account = patient("p1");
    Account other = patient("p2");
    erase(account);
    erase(other);
    var administration = stores().administration();
    assertEquals(List.of(), administration.unfinishedErasures(Accounts.CREATED, 10));
    var later = Accounts.CREATED.plusMillis(1);
    assertEquals(List.of(account.id(), other.id()), administration.unfinishedErasures(later, 10));
    assertEquals(List.of(account.id()), administration.unfinishedErasures(later, 1));
    administration.finishErasure(account.id());
    administration.finishErasure(account.id());
    assertEquals(List.of(other.id()), administration.unfinishedErasures(later, 10));
  }
}
