package io.healthconnect.application.patient;

import static io.healthconnect.application.patient.PatientWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindPatientTest {
  private static final Optional<PatientListing> RECORD =
      Optional.of(new PatientListing(Accounts.patient("p1"), Patients.complete("p1")));

  private final PatientWorld world = new PatientWorld();

  FindPatientTest() {
    world.patient("p1");
    world.patient("p2");
  }

  private Optional<PatientListing> find(Actor actor) {
    return world.useCases.find().findPatient(new FindPatient.Query(actor, PatientId.of("p1")));
  }

  @Test
  void showsPatientsTheirOwnRecord() {
    assertEquals(RECORD, find(actor("p1", Role.PATIENT)));
  }

  @Test
  void showsItToDoctorsWithContactOnly() {
    assertEquals(Optional.empty(), find(actor("d1", Role.DOCTOR)));
    world.book("p1", 0);
    assertEquals(RECORD, find(actor("d1", Role.DOCTOR)));
  }

  @Test
  void doesNotExistForOtherPatients() {
    assertEquals(Optional.empty(), find(actor("p2", Role.PATIENT)));
  }
}
