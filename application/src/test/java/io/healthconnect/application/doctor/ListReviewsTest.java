package io.healthconnect.application.doctor;

import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListReviewsTest {
  private final InMemoryStore store = new InMemoryStore();
  private final DoctorUseCases doctors =
      DoctorUseCases.create(
          store.doctors(),
          store.accounts(),
          store.appointments(),
          store.holds(),
          SettableClock.at("2026-03-02T07:00:00Z"));

  private Optional<List<String>> reviews(String doctor) {
    return doctors
        .listReviews()
        .listReviews(new ListReviews.Query(DoctorId.of(doctor), PageRequest.first(10)))
        .map(
            page ->
                page.items().stream()
                    .map(
                        each ->
                            each.reviewer()
                                + " "
                                + each.review().rating()
                                + " "
                                + each.review().text())
                    .toList());
  }

  private void review(String id, String patient, int minute, int stars, String text) {
    var booked =
        value(
            store
                .appointments()
                .book(
                    Appointments.pending(id, "d1", patient, minute),
                    Optional.empty(),
                    Appointments.UNLIMITED));
    var completed = store.appointments().save(Appointments.completed(booked));
    store
        .appointments()
        .addReview(
            value(completed.reviewed(stars, text, Appointments.BOOKED.plusSeconds(60L * minute))));
  }

  @Test
  void showsFirstNamesOnlyLatestFirst() {
    People.add(store.stores(), "d1", "p1");
    People.addPatient(store.stores(), "p2");
    review("v1", "p1", 0, 4, "Fine");
    review("v2", "p2", 60, 5, "");
    assertEquals(Optional.of(List.of("Paul 5 ", "Paul 4 Fine")), reviews("d1"));
  }

  @Test
  void showsNoNameOfARemovedAccount() {
    People.addDoctor(store.stores(), "d1");
    review("v1", "removed", 0, 4, "Fine");
    assertEquals(Optional.of(List.of(" 4 Fine")), reviews("d1"));
  }

  @Test
  void isEmptyWhenThereIsNoSuchDoctor() {
    assertEquals(Optional.empty(), reviews("nobody"));
    People.addDoctor(store.stores(), "d1");
    assertEquals(Optional.of(List.of()), reviews("d1"));
  }
}
