package io.healthconnect.application.patient;

import static io.healthconnect.application.patient.PatientWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Room;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Role;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.patient.Patients;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListPatientsTest {
  private final PatientWorld world = new PatientWorld();

  private Page<PatientListing> list(PageRequest request) {
    return world
        .useCases
        .list()
        .listPatients(new ListPatients.Query(actor("d1", Role.DOCTOR), request), Room.unlimited())
        .fold(page -> page, refusal -> fail("refused: " + refusal));
  }

  @Test
  void showsTheDoctorsOwnPatientsWithThreeCallsOfTheStore() {
    Set<PatientListing> expected = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      world.patient("p" + i);
      if (i < 7) {
        world.book("p" + i, 60 * i);
        expected.add(new PatientListing(Accounts.patient("p" + i), Patients.complete("p" + i)));
      }
    }
    world.counting.calls();
    Page<PatientListing> page = list(PageRequest.first(10));
    assertEquals(7, page.items().size());
    assertEquals(expected, Set.copyOf(page.items()));
    assertEquals(
        List.of(
            "AppointmentRepository.patientsOf",
            "AccountRepository.findAll",
            "PatientRepository.findAll"),
        world.counting.calls());
    assertEquals(3, list(PageRequest.first(3)).items().size());
  }

  @Test
  void leavesOutAPatientWhoseAccountWasRemoved() {
    world.patient("p1");
    world.book("p1", 0);
    world.book("removed", 60);
    assertEquals(
        List.of(new PatientListing(Accounts.patient("p1"), Patients.complete("p1"))),
        list(PageRequest.first(10)).items());
  }

  @Test
  void isForDoctors() {
    assertEquals(
        Result.failure(ListPatients.Refusal.NOT_A_DOCTOR),
        world
            .useCases
            .list()
            .listPatients(
                new ListPatients.Query(actor("p1", Role.PATIENT), PageRequest.first(10)),
                Room.unlimited()));
  }

  @Test
  void case99LeavesOutAPatientWhoseAccountWasErased() {
    world.patient("p1");
    world.book("p1", 0);
    world.erase("p1");
    assertEquals(List.of(), list(PageRequest.first(10)).items());
  }
}
