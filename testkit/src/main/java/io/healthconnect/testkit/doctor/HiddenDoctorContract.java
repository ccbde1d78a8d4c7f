package io.healthconnect.testkit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.appointment.AppointmentRepository.Conflict;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of everything that must not show a doctor who waits, was rejected, or is disabled.
 */
public interface HiddenDoctorContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private void add(Account account, String specialization) {
    String id = account.id().value();
    stores().doctors().add(account, Accounts.HASH, Doctors.practising(id, specialization, 5, "MD"));
  }

  private void decide(String id, Decision decision) {
    assertTrue(
        stores()
                .administration()
                .decide(
                    Accounts.doctor(id).id(),
                    decision,
                    Accounts.decided(Accounts.doctor(id).id(), decision))
            instanceof Result.Success);
  }

  /** In each order, with and without words and a specialization; all must agree. */
  private List<String> shown(String specialization) {
    Set<List<String>> results = new HashSet<>();
    for (DoctorSearch.Sort sort : DoctorSearch.Sort.values()) {
      for (Set<String> words : List.of(Set.<String>of(), Set.of("dor"))) {
        for (Optional<String> of : List.of(Optional.<String>empty(), Optional.of(specialization))) {
          List<String> ids = new ArrayList<>();
          stores()
              .doctors()
              .search(new DoctorSearch(words, of, 0, 0, sort, PageRequest.first(100)))
              .items()
              .forEach(listing -> ids.add(listing.doctor().id().value()));
          ids.sort(String::compareTo);
          DoctorSearch all = new DoctorSearch(words, of, 0, 0, sort, PageRequest.first(1));
          assertEquals(ids.size(), stores().doctors().count(all, 100));
          results.add(ids);
        }
      }
    }
    assertEquals(1, results.size(), results.toString());
    return results.iterator().next();
  }

  private List<SpecializationCount> counts() {
    return stores().doctors().specializations();
  }

  private Visibility visibility(String id) {
    return stores()
        .doctors()
        .findListing(DoctorId.of(id))
        .map(DoctorListing::visibility)
        .orElseThrow();
  }

  @Test
  default void showsADoctorOnlyWhileApprovedAndNotDisabled() {
    add(Accounts.doctor("d1"), "Cardiology");
    add(Accounts.pending("d2"), "Cardiology");
    assertEquals(List.of("d1"), shown("Cardiology"));
    assertEquals(Visibility.HIDDEN, visibility("d2"));
    decide("d2", Decision.APPROVE);
    assertEquals(List.of("d1", "d2"), shown("Cardiology"));
    assertEquals(Visibility.VERIFIED, visibility("d2"));
    assertEquals(Visibility.LISTED, visibility("d1"));
    decide("d2", Decision.DISABLE);
    assertEquals(List.of("d1"), shown("Cardiology"));
    decide("d2", Decision.ENABLE);
    assertEquals(List.of("d1", "d2"), shown("Cardiology"));
    decide("d1", Decision.REJECT);
    assertEquals(List.of("d2"), shown("Cardiology"));
    decide("d1", Decision.APPROVE);
    assertEquals(Visibility.VERIFIED, visibility("d1"));
    assertEquals(
        Visibility.VERIFIED,
        stores()
            .doctors()
            .search(
                new DoctorSearch(
                    Set.of(), Optional.empty(), 0, 0, DoctorSearch.Sort.NAME, PageRequest.first(1)))
            .items()
            .get(0)
            .visibility());
  }

  @Test
  default void countsTheSpecializationsOfShownDoctorsOnly() {
    add(Accounts.doctor("d1"), "Cardiology");
    add(Accounts.pending("d2"), "Alchemy");
    assertEquals(List.of(new SpecializationCount("Cardiology", 1)), counts());
    Doctor stored = stores().doctors().find(DoctorId.of("d2")).orElseThrow();
    stores()
        .doctors()
        .save(Doctors.practising("d2", "Dermatology", 6, "MD").withVersion(stored.version()));
    assertEquals(List.of(new SpecializationCount("Cardiology", 1)), counts());
    decide("d2", Decision.APPROVE);
    assertEquals(
        List.of(
            new SpecializationCount("Cardiology", 1), new SpecializationCount("Dermatology", 1)),
        counts());
    decide("d1", Decision.DISABLE);
    decide("d1", Decision.REJECT);
    assertEquals(List.of(new SpecializationCount("Dermatology", 1)), counts());
    decide("d1", Decision.ENABLE);
    assertEquals(List.of(new SpecializationCount("Dermatology", 1)), counts());
    decide("d1", Decision.APPROVE);
    assertEquals(
        List.of(
            new SpecializationCount("Cardiology", 1), new SpecializationCount("Dermatology", 1)),
        counts());
  }

  @Test
  default void tellsWhatTheDirectoryShowsAnew() {
    add(Accounts.pending("d1"), "Cardiology");
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    decide("d1", Decision.APPROVE);
    decide("d1", Decision.APPROVE);
    assertEquals(List.of(new Change.DoctorChanged(DoctorId.of("d1"))), heard.all());
  }

  @Test
  default void booksNothingWithAHiddenDoctorAndKeepsWhatWasBooked() {
    add(Accounts.doctor("d1"), "Cardiology");
    People.addPatient(stores(), "p1");
    var booked =
        stores()
            .appointments()
            .book(
                Appointments.pending("v1", "d1", "p1", Appointments.at(0, 30)),
                Optional.empty(),
                Appointments.UNLIMITED);
    assertTrue(booked instanceof Result.Success);
    decide("d1", Decision.DISABLE);
    assertEquals(
        Result.failure(Conflict.DOCTOR_HIDDEN),
        stores()
            .appointments()
            .book(
                Appointments.pending("v2", "d1", "p1", Appointments.at(60, 30)),
                Optional.empty(),
                Appointments.UNLIMITED));
    var kept =
        stores()
            .appointments()
            .find(Appointments.pending("v1", "d1", "p1", Appointments.at(0, 30)).id());
    assertEquals(booked, Result.success(kept.orElseThrow()));
    assertTrue(
        stores()
                .appointments()
                .reschedule(
                    Appointments.movedTo(kept.get(), Appointments.at(90, 30)),
                    Appointments.UNLIMITED)
            instanceof Result.Success);
  }
}
