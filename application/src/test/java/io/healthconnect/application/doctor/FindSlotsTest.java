package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindSlotsTest {
  private static final DoctorId DOCTOR = DoctorId.of("d1");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final InMemoryStore store = new InMemoryStore();
  private final FindSlots findSlots =
      DoctorUseCases.create(
              store.doctors(),
              store.accounts(),
              store.appointments(),
              store.holds(),
              SettableClock.at("2026-03-02T07:00:00Z"))
          .findSlots();

  FindSlotsTest() {
    People.add(store.stores(), "d1", "p1");
  }

  private FindSlots.Slots slots(LocalDate from, LocalDate to) {
    return findSlots
        .findSlots(new FindSlots.Query(DOCTOR, from, to))
        .orElseGet(() -> fail("no such doctor"));
  }

  private static List<String> starts(List<Slot> slots) {
    return slots.stream().map(slot -> slot.date() + " " + slot.startTime()).toList();
  }

  @Test
  void showsTheFreeTimesOfTheDates() {
    assertEquals(16, slots(MONDAY, MONDAY).slots().size());
    assertEquals(Doctors.ZONE, slots(MONDAY, MONDAY).timeZone());
    Appointments.value(
        store
            .appointments()
            .book(
                Appointments.pending("v1", "d1", "p1", 30),
                Optional.empty(),
                Appointments.UNLIMITED));
    List<String> starts = starts(slots(MONDAY, MONDAY.plusDays(1)).slots());
    assertEquals(31, starts.size());
    assertEquals(
        List.of("2026-03-02 09:00", "2026-03-02 10:00", "2026-03-02 10:30"), starts.subList(0, 3));
  }

  @Test
  void showsAHeldSlotToItsHolderAlone() {
    Instant now = Instant.parse("2026-03-02T07:00:00Z");
    PatientId holder = PatientId.of("p1");
    TimeSlot nine = Appointments.at(0, 30).slot();
    store.holds().place(Hold.begin(new HoldId("h1"), DOCTOR, holder, nine, now), now);
    assertEquals("2026-03-02 09:30", firstFor(Optional.empty()));
    assertEquals("2026-03-02 09:30", firstFor(Optional.of(PatientId.of("p2"))));
    assertEquals("2026-03-02 09:00", firstFor(Optional.of(holder)));
    assertEquals(List.of("2026-03-02 09:30"), starts(findSlots.next(DOCTOR, 1)));
  }

  private String firstFor(Optional<PatientId> patient) {
    FindSlots.Query query = new FindSlots.Query(DOCTOR, MONDAY, MONDAY, patient, 100);
    return starts(findSlots.findSlots(query).orElseThrow().slots()).get(0);
  }

  @Test
  void returnsWholeDaysUpToTheRequestedNumberAndWhereToContinue() {
    LocalDate end = MONDAY.plusDays(3);
    List<String> whole = starts(slots(MONDAY, end).slots());
    assertEquals(Optional.empty(), slots(MONDAY, end).next());
    List<String> inParts = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Optional<LocalDate> next = Optional.of(MONDAY);
    while (next.isPresent()) {
      FindSlots.Slots part =
          findSlots
              .findSlots(new FindSlots.Query(DOCTOR, next.get(), end, Optional.empty(), 33))
              .orElseGet(() -> fail("no such doctor"));
      inParts.addAll(starts(part.slots()));
      sizes.add(part.slots().size());
      next = part.next();
    }
    assertEquals(whole, inParts);
    assertEquals(List.of(32, 32), sizes);
    assertEquals(
        Optional.of(MONDAY.plusDays(1)),
        findSlots
            .findSlots(new FindSlots.Query(DOCTOR, MONDAY, end, Optional.empty(), 1))
            .orElseThrow()
            .next());
  }

  @Test
  void showsTheNextFreeTimes() {
    assertEquals(
        List.of("2026-03-02 09:00", "2026-03-02 09:30"), starts(findSlots.next(DOCTOR, 2)));
    assertEquals(List.of(), findSlots.next(DoctorId.of("nobody"), 2));
  }

  @Test
  void isEmptyWhenThereIsNoSuchDoctor() {
    assertEquals(
        Optional.empty(),
        findSlots.findSlots(new FindSlots.Query(DoctorId.of("nobody"), MONDAY, MONDAY)));
  }

  @Test
  void takesAtMostSixtyTwoDays() {
    assertEquals(MONDAY, new FindSlots.Query(DOCTOR, MONDAY, MONDAY.plusDays(61)).from());
    for (LocalDate to : List.of(MONDAY.plusDays(62), MONDAY.minusDays(1))) {
      assertEquals(
          "to",
          assertThrows(InvalidValueException.class, () -> new FindSlots.Query(DOCTOR, MONDAY, to))
              .field());
    }
  }
}
