package io.healthconnect.testkit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of doctors does with profiles. */
public interface DoctorRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void keepsEveryFieldOfADoctor() {
    Doctor doctor = Doctors.complete("d1");
    stores().doctors().add(Accounts.doctor("d1"), doctor);
    assertEquals(Optional.of(doctor), stores().doctors().find(doctor.id()));
    assertEquals(
        Optional.of(
            new DoctorListing(doctor, Accounts.doctor("d1").name(), Optional.empty(), Rating.NONE)),
        stores().doctors().findListing(doctor.id()));
  }

  @Test
  default void findsNoDoctorOfAnotherId() {
    assertEquals(Optional.empty(), stores().doctors().find(DoctorId.of("nobody")));
    assertEquals(Optional.empty(), stores().doctors().findListing(DoctorId.of("nobody")));
  }

  @Test
  default void savesTheWholeDoctorAndCountsVersions() {
    stores().doctors().add(Accounts.doctor("d1"), Doctors.valid("d1"));
    Doctor saved = stores().doctors().save(Doctors.complete("d1"));
    assertEquals(Doctors.withVersion(Doctors.complete("d1"), 2), saved);
    assertEquals(Optional.of(saved), stores().doctors().find(saved.id()));
    Doctor back = stores().doctors().save(Doctors.withVersion(Doctors.valid("d1"), 2));
    assertEquals(Optional.of(back), stores().doctors().find(saved.id()));
    assertThrows(StaleVersionException.class, () -> stores().doctors().save(saved));
    assertThrows(
        StaleVersionException.class, () -> stores().doctors().save(Doctors.valid("nobody")));
  }

  @Test
  default void countsSpecializationsAsFirstWritten() {
    practise("d1", "Cardiology");
    practise("d2", "cardiology");
    practise("d3", "Ärztin");
    practise("d4", "Zoology");
    assertEquals(
        List.of(
            new SpecializationCount("Ärztin", 1),
            new SpecializationCount("Cardiology", 2),
            new SpecializationCount("Zoology", 1)),
        stores().doctors().specializations());
    stores().doctors().save(Doctors.practising("d4", "CARDIOLOGY", 1, ""));
    assertEquals(
        List.of(new SpecializationCount("Ärztin", 1), new SpecializationCount("Cardiology", 3)),
        stores().doctors().specializations());
  }

  private void practise(String id, String specialization) {
    stores()
        .doctors()
        .add(
            Accounts.account(id, Role.DOCTOR, "Dora", id + "@example.org"),
            Doctors.practising(id, specialization, 3, ""));
  }
}
