package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListSpecializationsTest {
  private final InMemoryStore store = new InMemoryStore();
  private final ListSpecializations list =
      DoctorUseCases.create(
              store.doctors(),
              store.accounts(),
              store.appointments(),
              store.holds(),
              SettableClock.at("2026-03-02T07:00:00Z"))
          .listSpecializations();

  private Doctor add(String id, String specialization) {
    Doctor doctor = Doctors.practising(id, specialization, 1, "MD");
    store.doctors().add(Accounts.doctor(id), Accounts.HASH, doctor);
    return doctor;
  }

  @Test
  void isEmptyWithoutDoctors() {
    assertEquals(List.of(), list.listSpecializations());
  }

  @Test
  void countsDoctorsOfEachInAlphabeticalOrder() {
    add("d1", "Neurology");
    add("d2", "Cardiology");
    add("d3", "Neurology");
    assertEquals(
        List.of(new SpecializationCount("Cardiology", 1), new SpecializationCount("Neurology", 2)),
        list.listSpecializations());
  }

  @Test
  void takesDifferentSpellingsForOneAndShowsTheFirst() {
    add("d1", "Médecine générale");
    add("d2", "MEDECINE GENERALE");
    assertEquals(
        List.of(new SpecializationCount("Médecine générale", 2)), list.listSpecializations());
  }

  @Test
  void forgetsSpecializationsWithoutDoctors() {
    Doctor doctor = add("d1", "Cardiology");
    DoctorProfile profile = doctor.profile();
    store
        .doctors()
        .save(
            doctor.withProfile(
                new DoctorProfile(
                    "Neurology",
                    profile.experience(),
                    profile.qualification(),
                    profile.about(),
                    Optional.empty(),
                    profile.timeZone())));
    assertEquals(List.of(new SpecializationCount("Neurology", 1)), list.listSpecializations());
  }
}
