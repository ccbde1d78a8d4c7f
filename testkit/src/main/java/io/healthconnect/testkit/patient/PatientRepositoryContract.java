package io.healthconnect.testkit.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of patients does. */
public interface PatientRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void keepsEveryFieldOfAPatient() {
    Patient patient = Patients.complete("p1");
    stores().patients().add(Accounts.patient("p1"), patient);
    assertEquals(Optional.of(patient), stores().patients().find(patient.id()));
  }

  @Test
  default void keepsAPatientWhoToldNothing() {
    stores().patients().add(Accounts.patient("p1"), Patients.blank("p1"));
    assertEquals(Optional.of(Patients.blank("p1")), stores().patients().find(PatientId.of("p1")));
    assertEquals(Optional.empty(), stores().patients().find(PatientId.of("nobody")));
  }

  @Test
  default void savesAndCountsVersions() {
    stores().patients().add(Accounts.patient("p1"), Patients.blank("p1"));
    Patient saved = stores().patients().save(Patients.complete("p1"));
    assertEquals(2, saved.version());
    assertEquals(Optional.of(saved), stores().patients().find(saved.id()));
    assertEquals(Patients.complete("p1").emergencyContacts(), saved.emergencyContacts());
    assertThrows(StaleVersionException.class, () -> stores().patients().save(Patients.blank("p1")));
    assertThrows(
        StaleVersionException.class, () -> stores().patients().save(Patients.blank("nobody")));
    assertEquals(Optional.of(saved), stores().patients().find(saved.id()));
  }
}
