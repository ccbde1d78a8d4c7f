package io.healthconnect.testkit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.media.MediaFixtures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@code DoctorRepository} for profiles. */
public interface DoctorRepositoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void keepsEveryFieldOfADoctor() {
    Doctor doctor = Doctors.complete("d1");
    stores().doctors().add(Accounts.doctor("d1"), Accounts.HASH, doctor);
    assertEquals(Optional.of(doctor), stores().doctors().find(doctor.id()));
    assertEquals(
        Optional.of(
            new DoctorListing(
                doctor,
                Accounts.doctor("d1").name(),
                Optional.empty(),
                Rating.NONE,
                Visibility.LISTED)),
        stores().doctors().findListing(doctor.id()));
  }

  @Test
  default void findsNoDoctorOfAnotherId() {
    assertEquals(Optional.empty(), stores().doctors().find(DoctorId.of("nobody")));
    assertEquals(Optional.empty(), stores().doctors().findListing(DoctorId.of("nobody")));
  }

  @Test
  default void savesTheWholeDoctorAndCountsVersions() {
    stores().doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    Doctor saved = stores().doctors().save(Doctors.complete("d1"));
    assertEquals(Doctors.complete("d1").withVersion(2), saved);
    assertEquals(Optional.of(saved), stores().doctors().find(saved.id()));
    Doctor back = stores().doctors().save(Doctors.valid("d1").withVersion(2));
    assertEquals(Optional.of(back), stores().doctors().find(saved.id()));
    assertThrows(StaleVersionException.class, () -> stores().doctors().save(saved));
    assertThrows(
        StaleVersionException.class, () -> stores().doctors().save(Doctors.valid("nobody")));
  }

  @Test
  default void tellsOfEachChangeThatTheDirectoryShows() {
    Account account = Accounts.doctor("d1");
    tellsOfTheDoctor(() -> stores().doctors().add(account, Accounts.HASH, Doctors.valid("d1")));
    tellsOfTheDoctor(() -> stores().doctors().save(Doctors.complete("d1")));
    tellsOfTheDoctor(
        () ->
            stores()
                .doctors()
                .save(Doctors.valid("d1").withVersion(2), new PersonName("Zoë Newname")));
    Account renamed = stores().accounts().find(account.id()).orElseThrow();
    MediaFixtures.keep(stores(), MediaFixtures.avatar("a1", "d1"));
    tellsOfTheDoctor(
        () -> stores().accounts().save(renamed.withAvatar(Optional.of(new MediaId("a1")))));
  }

  private void tellsOfTheDoctor(Runnable change) {
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    change.run();
    assertEquals(Set.of(new Change.DoctorChanged(DoctorId.of("d1"))), Set.copyOf(heard.all()));
  }

  @Test
  default void publishesNothingThatWasNotStored() {
    stores().doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    assertThrows(
        StaleVersionException.class,
        () -> stores().doctors().save(Doctors.valid("d1").withVersion(7)));
    assertThrows(
        IllegalStateException.class,
        () ->
            stores()
                .doctors()
                .add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"))
                .fold(
                    added -> added,
                    taken -> {
                      throw new IllegalStateException("taken");
                    }));
    assertEquals(List.of(), heard.all());
  }

  @Test
  default void savesDoctorAndNameInOneStep() {
    Account account = Accounts.doctor("d1");
    stores().doctors().add(account, Accounts.HASH, Doctors.valid("d1"));
    PersonName name = new PersonName("Zoë Newname");
    Doctor saved = stores().doctors().save(Doctors.complete("d1"), name);
    assertEquals(Doctors.complete("d1").withVersion(2), saved);
    assertEquals(
        Optional.of(
            new DoctorListing(saved, name, Optional.empty(), Rating.NONE, Visibility.LISTED)),
        stores().doctors().findListing(saved.id()));
    Account renamed = stores().accounts().find(account.id()).orElseThrow();
    assertEquals(name, renamed.name());
    assertEquals(2, renamed.version());
    assertEquals(account.email(), renamed.email());
    assertEquals(
        List.of(saved.id()),
        stores()
            .doctors()
            .search(
                new DoctorSearch(
                    Set.of("newname"),
                    Optional.empty(),
                    0,
                    0,
                    DoctorSearch.Sort.NAME,
                    PageRequest.first(10)))
            .items()
            .stream()
            .map(listing -> listing.doctor().id())
            .toList());
  }

  @Test
  default void keepsTheNameWhenTheDoctorIsStale() {
    Account account = Accounts.doctor("d1");
    stores().doctors().add(account, Accounts.HASH, Doctors.valid("d1"));
    stores().doctors().save(Doctors.complete("d1"));
    assertThrows(
        StaleVersionException.class,
        () -> stores().doctors().save(Doctors.valid("d1"), new PersonName("Late")));
    assertEquals(Optional.of(account), stores().accounts().find(account.id()));
  }

  @Test
  default void findsManySpecializationsAtOnce() {
    stores().doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.valid("d1"));
    stores().doctors().add(Accounts.doctor("d2"), Accounts.HASH, Doctors.complete("d2"));
    stores().doctors().add(Accounts.doctor("d3"), Accounts.HASH, Doctors.valid("d3"));
    assertEquals(
        Map.of(
            DoctorId.of("d1"),
            Doctors.valid("d1").profile().specialization(),
            DoctorId.of("d2"),
            Doctors.complete("d2").profile().specialization()),
        stores()
            .doctors()
            .specializationsOf(
                List.of(DoctorId.of("d2"), DoctorId.of("nobody"), DoctorId.of("d1"))));
    assertEquals(Map.of(), stores().doctors().specializationsOf(List.of()));
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
            Accounts.HASH,
            Doctors.practising(id, specialization, 3, ""));
  }
}
