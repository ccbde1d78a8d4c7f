package io.healthconnect.testkit.doctor;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.MONDAY_NINE;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.testkit.RecordedChanges;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of the directory's order by the next free time, and of keeping it up to date. */
public interface NextFreeContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private void doctor(String id, String name, String specialization) {
    Account account = Accounts.account(id, Role.DOCTOR, name, id + "@example.org");
    stores().doctors().add(account, Accounts.HASH, Doctors.practising(id, specialization, 5, "MD"));
  }

  private List<NextFree.Due> due(Instant now) {
    return stores().doctors().nextFreeDue(now, 100);
  }

  private List<String> dueIds(Instant now) {
    return due(now).stream().map(each -> each.doctor().value()).toList();
  }

  /** Stores a next free time, some minutes after Monday at nine, for a doctor who is due. */
  private void compute(String id, Optional<Integer> minute, Instant dueAt) {
    NextFree.Due due =
        due(LATER.plusSeconds(1)).stream()
            .filter(each -> each.doctor().equals(DoctorId.of(id)))
            .findFirst()
            .orElseThrow();
    stores().doctors().saveNextFree(List.of(computed(due, minute, dueAt)));
  }

  private static NextFree computed(NextFree.Due due, Optional<Integer> minute, Instant dueAt) {
    return new NextFree(
        due.doctor(),
        due.changes(),
        minute.map(after -> MONDAY_NINE.plus(Duration.ofMinutes(after))),
        dueAt);
  }

  private DoctorSearch soonest(Set<String> words, Optional<String> field, PageRequest page) {
    return new DoctorSearch(words, field, 0, 0, DoctorSearch.Sort.SOONEST, page);
  }

  private List<String> inOrder(Set<String> words, Optional<String> specialization, int limit) {
    List<String> ids = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<DoctorListing> page =
          stores().doctors().search(soonest(words, specialization, new PageRequest(limit, after)));
      page.items().forEach(listing -> ids.add(listing.doctor().id().value()));
      after = page.next();
    } while (after.isPresent());
    return ids;
  }

  @Test
  default void ordersByTheNextFreeTimeThenByNameAndThoseWithoutLast() {
    doctor("d1", "Zoe Adams", "Cardiology");
    doctor("d2", "Éva Ng: Brown", "Dermatology");
    doctor("d3", "Adam Ng", "Cardiology");
    doctor("d4", "Bob Ng", "Cardiology");
    doctor("d5", "Carl Ng", "Cardiology");
    compute("d1", Optional.of(0), LATER);
    compute("d2", Optional.of(30), LATER);
    compute("d3", Optional.of(60), LATER);
    compute("d4", Optional.of(30), LATER);
    compute("d5", Optional.empty(), LATER);
    doctor("d6", "Aaron Ng", "Cardiology");
    for (int limit = 1; limit <= 3; limit++) {
      assertEquals(
          List.of("d1", "d4", "d2", "d3", "d6", "d5"), inOrder(Set.of(), Optional.empty(), limit));
      assertEquals(
          List.of("d4", "d2", "d3", "d6", "d5"), inOrder(Set.of("ng"), Optional.empty(), limit));
      assertEquals(
          List.of("d1", "d4", "d3", "d6", "d5"),
          inOrder(Set.of(), Optional.of("cardiology"), limit));
    }
    stores()
        .administration()
        .decide(
            Accounts.doctor("d1").id(),
            Decision.DISABLE,
            Accounts.decided(Accounts.doctor("d1").id(), Decision.DISABLE));
    assertEquals("d4", inOrder(Set.of(), Optional.empty(), 3).get(0));
  }

  @Test
  default void readsManyDoctorsAtOnce() {
    doctor("d1", "Zoe Adams", "Cardiology");
    doctor("d2", "Anna Brown", "Dermatology");
    DoctorId one = DoctorId.of("d1");
    assertEquals(Map.of(), stores().doctors().findAll(List.of()));
    assertEquals(
        Map.of(one, stores().doctors().find(one).orElseThrow()),
        stores().doctors().findAll(List.of(one, DoctorId.of("nobody"))));
  }

  @Test
  default void aDoctorIsDueAtFirstAndThenWhenTheTimeHasCome() {
    doctor("d1", "Zoe Adams", "Cardiology");
    doctor("d2", "Anna Brown", "Cardiology");
    doctor("d3", "Carl Clark", "Cardiology");
    assertEquals(List.of("d1", "d2", "d3"), dueIds(MONDAY_NINE));
    assertEquals(2, stores().doctors().nextFreeDue(MONDAY_NINE, 2).size());
    compute("d1", Optional.of(0), MONDAY_NINE.plusMillis(2));
    compute("d2", Optional.empty(), MONDAY_NINE.plusMillis(1));
    compute("d3", Optional.of(0), LATER);
    assertEquals(List.of(), dueIds(MONDAY_NINE));
    assertEquals(List.of("d2"), dueIds(MONDAY_NINE.plusMillis(1)));
    assertEquals(List.of("d2", "d1"), dueIds(MONDAY_NINE.plusMillis(2)));
    assertEquals(List.of("d2", "d1", "d3"), dueIds(LATER));
  }

  @Test
  default void eachChangeOfADoctorMakesTheTimeDue() {
    doctor("d1", "Zoe Adams", "Cardiology");
    compute("d1", Optional.of(0), LATER);
    Doctor stored = stores().doctors().find(DoctorId.of("d1")).orElseThrow();
    Doctor saved = stores().doctors().save(stored);
    assertEquals(List.of("d1"), dueIds(Instant.EPOCH));
    compute("d1", Optional.of(0), LATER);
    stores().doctors().save(saved, Accounts.doctor("d1").name());
    assertEquals(List.of("d1"), dueIds(Instant.EPOCH));
  }

  @Test
  default void appointmentsThatTakeOrFreeATimeMakeItDue() {
    doctor("d1", "Zoe Adams", "Cardiology");
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    compute("d1", Optional.of(0), LATER);
    Appointment booked =
        value(
            stores()
                .appointments()
                .book(Appointments.pending("v1", "d1", "p1", 0), Optional.empty(), UNLIMITED));
    assertEquals(List.of("d1"), dueIds(Instant.EPOCH));
    compute("d1", Optional.of(30), LATER);
    Appointment moved =
        value(
            stores()
                .appointments()
                .reschedule(Appointments.movedTo(booked, Appointments.at(60, 30)), UNLIMITED));
    assertEquals(List.of("d1"), dueIds(Instant.EPOCH));
    compute("d1", Optional.of(0), LATER);
    stores().appointments().save(value(moved.decline(Optional.empty(), BOOKED)));
    assertEquals(List.of("d1"), dueIds(Instant.EPOCH));
  }

  @Test
  default void appointmentsThatEndAfterTheirStartMakeItDueToo() {
    doctor("d1", "Zoe Adams", "Cardiology");
    stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    Appointment booked =
        value(
            stores()
                .appointments()
                .book(Appointments.pending("v1", "d1", "p1", 0), Optional.empty(), UNLIMITED));
    compute("d1", Optional.of(30), LATER);
    Appointment confirmed = stores().appointments().save(value(booked.confirm(BOOKED)));
    assertEquals(List.of(), dueIds(MONDAY_NINE));
    stores().appointments().save(value(confirmed.complete(MONDAY_NINE)));
    assertEquals(List.of("d1"), dueIds(Instant.EPOCH));
  }

  @Test
  default void whatWasComputedBeforeAChangeIsNotStored() {
    doctor("d1", "Zoe Adams", "Cardiology");
    doctor("d2", "Anna Brown", "Cardiology");
    List<NextFree.Due> before = due(MONDAY_NINE);
    Doctor stored = stores().doctors().find(DoctorId.of("d1")).orElseThrow();
    stores().doctors().save(stored);
    RecordedChanges heard = RecordedChanges.from(stores().feed());
    stores()
        .doctors()
        .saveNextFree(
            List.of(
                computed(before.get(0), Optional.of(0), LATER),
                computed(before.get(1), Optional.of(30), LATER)));
    assertEquals(List.of("d1"), dueIds(MONDAY_NINE));
    assertEquals(List.of("d2", "d1"), inOrder(Set.of(), Optional.empty(), 10));
    assertEquals(List.of(), heard.all());
    compute("d1", Optional.of(0), LATER);
    assertEquals(List.of("d1", "d2"), inOrder(Set.of(), Optional.empty(), 10));
    stores().doctors().saveNextFree(List.of());
    stores()
        .doctors()
        .saveNextFree(
            List.of(computed(new NextFree.Due(DoctorId.of("nobody"), 0), Optional.of(0), LATER)));
    assertEquals(List.of(), dueIds(MONDAY_NINE));
  }

  /** When a doctor is due whom nothing changes. */
  Instant LATER = MONDAY_NINE.plus(Duration.ofHours(6));
}
