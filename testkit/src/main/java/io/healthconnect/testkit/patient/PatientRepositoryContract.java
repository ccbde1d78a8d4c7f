package io.healthconnect.testkit.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@code PatientRepository}. */
public interface PatientRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void keepsEveryFieldOfAPatient() {
    Patient patient = Patients.complete("p1");
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, patient);
    assertEquals(Optional.of(patient), stores().patients().find(patient.id()));
  }

  @Test
  default void keepsAPatientWhoToldNothing() {
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    assertEquals(Optional.of(Patients.blank("p1")), stores().patients().find(PatientId.of("p1")));
    assertEquals(Optional.empty(), stores().patients().find(PatientId.of("nobody")));
  }

  @Test
  default void savesAndCountsVersions() {
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    Patient saved = stores().patients().save(Patients.complete("p1"));
    assertEquals(2, saved.version());
    assertEquals(Optional.of(saved), stores().patients().find(saved.id()));
    assertEquals(Patients.complete("p1").profile(), saved.profile());
    assertThrows(StaleVersionException.class, () -> stores().patients().save(Patients.blank("p1")));
    assertThrows(
        StaleVersionException.class, () -> stores().patients().save(Patients.blank("nobody")));
    assertEquals(Optional.of(saved), stores().patients().find(saved.id()));
  }

  @Test
  default void savesRecordAndNameInOneStep() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    PersonName name = new PersonName("Zoë Newname");
    Patient saved = stores().patients().save(Patients.complete("p1"), name);
    assertEquals(Patients.complete("p1").withVersion(2), saved);
    assertEquals(Optional.of(saved), stores().patients().find(saved.id()));
    Account renamed = stores().accounts().find(account.id()).orElseThrow();
    assertEquals(name, renamed.name());
    assertEquals(2, renamed.version());
    assertEquals(account.email(), renamed.email());
  }

  @Test
  default void keepsTheNameWhenTheRecordIsStale() {
    Account account = Accounts.patient("p1");
    stores().patients().add(account, Accounts.HASH, Patients.blank("p1"));
    stores().patients().save(Patients.complete("p1"));
    assertThrows(
        StaleVersionException.class,
        () -> stores().patients().save(Patients.blank("p1"), new PersonName("Late")));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
  }

  @Test
  default void findsManyPatientsAtOnce() {
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    stores().patients().add(Accounts.patient("p2"), Accounts.HASH, Patients.complete("p2"));
    stores().patients().add(Accounts.patient("p3"), Accounts.HASH, Patients.blank("p3"));
    assertEquals(
        Map.of(
            PatientId.of("p1"), Patients.blank("p1"), PatientId.of("p2"), Patients.complete("p2")),
        stores()
            .patients()
            .findAll(List.of(PatientId.of("p2"), PatientId.of("nobody"), PatientId.of("p1"))));
    assertEquals(Map.of(), stores().patients().findAll(List.of()));
  }
}
