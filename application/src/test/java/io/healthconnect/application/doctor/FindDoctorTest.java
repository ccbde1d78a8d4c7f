package io.healthconnect.application.doctor;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.Rating;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindDoctorTest {
  private static final DoctorId DORA = DoctorId.of("d1");
  private static final DoctorId DAN = DoctorId.of("d2");
  private static final DoctorId NOBODY = DoctorId.of("nobody");

  private final InMemoryStore store = new InMemoryStore();
  private final FindDoctor find =
      DoctorUseCases.create(
              store.doctors(),
              store.accounts(),
              store.appointments(),
              store.holds(),
              SettableClock.at("2026-03-02T07:00:00Z"))
          .find();

  FindDoctorTest() {
    People.add(store.stores(), "d1", "p1");
    People.addDoctor(store.stores(), "d2");
  }

  @Test
  void showsTheDoctorWithNameAvatarAndRating() {
    DoctorListing found = find.findDoctor(DORA).orElseThrow();
    assertEquals(Doctors.valid("d1"), found.doctor());
    assertEquals(Accounts.doctor("d1").name(), found.name());
    assertEquals(Optional.empty(), found.avatar());
    assertEquals(Rating.NONE, found.rating());
  }

  @Test
  void followsTheAccountAndTheReviews() {
    MediaFixtures.keep(store.stores(), MediaFixtures.avatar("face", "d1"));
    Account account = store.accounts().find(DORA.account()).orElseThrow();
    store.accounts().save(account.withAvatar(Optional.of(new MediaId("face"))));
    review("v1", 0, 5);
    review("v2", 60, 2);
    DoctorListing found = find.findDoctor(DORA).orElseThrow();
    assertEquals(Optional.of(new MediaId("face")), found.avatar());
    assertEquals(new Rating(7, 2), found.rating());
  }

  private void review(String id, int minute, int stars) {
    Appointment pending = Appointments.pending(id, "d1", "p1", minute);
    Appointment booked =
        value(store.appointments().book(pending, Optional.empty(), Appointments.UNLIMITED));
    Appointment completed = store.appointments().save(Appointments.completed(booked));
    store.appointments().addReview(value(completed.reviewed(stars, "", Appointments.BOOKED)));
  }

  @Test
  void aPatientIsNoDoctor() {
    assertEquals(Optional.empty(), find.findDoctor(DoctorId.of("p1")));
    assertEquals(Optional.empty(), find.findDoctor(NOBODY));
  }

  @Test
  void findsManyAtOnceAndLeavesOutTheOthers() {
    String specialization = Doctors.valid("d1").profile().specialization();
    assertEquals(
        Map.of(DORA, specialization, DAN, specialization),
        find.findSpecializations(List.of(DORA, NOBODY, DAN, DoctorId.of("p1"))));
    assertEquals(Map.of(), find.findSpecializations(List.of()));
  }
}
