package io.healthconnect.application.patient;

import static io.healthconnect.application.patient.PatientWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.testkit.patient.Patients;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateRecordTest {
  private final PatientWorld world = new PatientWorld();

  UpdateRecordTest() {
    world.patient("p1");
  }

  private Result<PatientListing, UpdateRecord.Refusal> update(
      Role role, Optional<String> name, PatientProfile.Change change, Optional<Long> expected) {
    return world
        .useCases
        .update()
        .updateRecord(
            new UpdateRecord.Command(
                actor("p1", role), name.map(PersonName::new), change, expected));
  }

  private static PatientProfile.Change born(String date) {
    return new PatientProfile.Change(
        Patch.set(LocalDate.parse(date)),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Optional.empty());
  }

  @Test
  void changesRecordAndNameInOneWrite() {
    world.counting.calls();
    PatientListing listing =
        update(Role.PATIENT, Optional.of("New Name"), born("1990-01-01"), Optional.of(1L))
            .fold(changed -> changed, refusal -> fail("refused: " + refusal));
    assertEquals(
        List.of("PatientRepository.find", "PatientRepository.save", "AccountRepository.find"),
        world.counting.calls());
    Patient stored = world.store.patients().find(PatientId.of("p1")).orElseThrow();
    assertEquals(
        Patients.complete("p1")
            .withProfile(born("1990-01-01").applyTo(Patients.complete("p1").profile()))
            .withVersion(2),
        stored);
    assertEquals(stored, listing.patient());
    assertEquals(new PersonName("New Name"), listing.account().name());
    assertEquals(
        Optional.of(listing.account()), world.store.accounts().find(listing.account().id()));
  }

  @Test
  void refusesWhatWasReadBeforeAnotherChange() {
    update(Role.PATIENT, Optional.empty(), born("1990-01-01"), Optional.empty());
    assertEquals(
        Result.failure(UpdateRecord.Refusal.STALE),
        update(Role.PATIENT, Optional.of("Late"), born("1991-01-01"), Optional.of(1L)));
    assertEquals(
        Optional.of(new PersonName("Paul p1")),
        world.store.accounts().find(actor("p1", Role.PATIENT).id()).map(found -> found.name()));
  }

  @Test
  void isForPatients() {
    assertEquals(
        Result.failure(UpdateRecord.Refusal.NOT_A_PATIENT),
        update(Role.DOCTOR, Optional.empty(), PatientProfile.Change.NONE, Optional.empty()));
  }

  @Test
  void refusesABirthInTheFuture() {
    InvalidValueException refused =
        assertThrows(
            InvalidValueException.class,
            () -> update(Role.PATIENT, Optional.empty(), born("2026-03-03"), Optional.empty()));
    assertEquals("dateOfBirth", refused.field());
    assertEquals(
        Optional.of(Patients.complete("p1")), world.store.patients().find(PatientId.of("p1")));
  }

  @Test
  void aStoredBirthDateInTheFutureDoesNotBlockOtherChanges() {
    Patient old = Patients.complete("p1");
    world.store.patients().save(old.withProfile(born("2199-01-01").applyTo(old.profile())));
    PatientListing listing =
        update(Role.PATIENT, Optional.of("New"), PatientProfile.Change.NONE, Optional.empty())
            .fold(changed -> changed, refusal -> fail("refused: " + refusal));
    assertEquals(new PersonName("New"), listing.account().name());
  }
}
