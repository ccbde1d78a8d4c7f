package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateNextFreeTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = SettableClock.at("2026-03-02T06:00:00Z");
  private final DoctorUseCases doctors =
      DoctorUseCases.create(
          store.doctors(), store.accounts(), store.appointments(), store.holds(), clock);

  private void add(String id, String opens, int noticeMinutes) {
    WeeklySchedule week =
        opens.isEmpty() ? WeeklySchedule.EMPTY : Doctors.weekdays(Doctors.window(opens, "17:00"));
    Doctor doctor =
        new Doctor(
            DoctorId.of(id),
            new DoctorProfile("Cardiology", 1, "MD", "", Optional.empty(), UTC),
            BookingRules.DEFAULT.withMinimumNoticeMinutes(noticeMinutes),
            week,
            Map.of(),
            1);
    store.doctors().add(Accounts.doctor(id), Accounts.HASH, doctor);
  }

  private int update() {
    return doctors.updateNextFree().updateNextFree();
  }

  private List<String> inOrder() {
    DoctorSearch soonest =
        new DoctorSearch(
            Set.of(), Optional.empty(), 0, 0, DoctorSearch.Sort.SOONEST, PageRequest.first(100));
    return store.doctors().search(soonest).items().stream()
        .map(listing -> listing.doctor().id().value())
        .toList();
  }

  private List<NextFree.Due> due(String at) {
    return store.doctors().nextFreeDue(Instant.parse(at), 10);
  }

  @Test
  void ordersTheDirectoryByTheFirstFreeTime() {
    add("late", "10:45", 0);
    add("never", "", 0);
    add("early", "09:00", 0);
    assertEquals(3, update());
    assertEquals(0, update());
    assertEquals(List.of("early", "late", "never"), inOrder());
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    for (int i = 0; i < 3; i++) {
      take("early", i);
    }
    assertEquals(1, update());
    assertEquals(List.of("early", "late", "never"), inOrder());
    take("early", 3);
    assertEquals(1, update());
    assertEquals(List.of("late", "early", "never"), inOrder());
  }

  @Test
  void computesAgainOnceTheTimeCannotBeBookedAnyMore() {
    add("notice", "09:00", 60);
    update();
    assertEquals(0, due("2026-03-02T08:00:00Z").size());
    assertEquals(1, due("2026-03-02T08:00:00.001Z").size());
    clock.set(Instant.parse("2026-03-02T08:00:00.001Z"));
    assertEquals(1, update());
    assertEquals(0, due("2026-03-02T08:30:00Z").size());
    assertEquals(1, due("2026-03-02T08:30:00.001Z").size());
  }

  @Test
  void computesAgainAfterSixHoursInAnyCase() {
    add("never", "", 0);
    add("evening", "16:00", 0);
    update();
    assertEquals(0, due("2026-03-02T11:59:59.999Z").size());
    assertEquals(2, due("2026-03-02T12:00:00Z").size());
  }

  @Test
  void computesAgainAtMidnightWhereTheHorizonMovesOn() {
    clock.set(Instant.parse("2026-03-02T23:00:00Z"));
    add("never", "", 0);
    update();
    assertEquals(0, due("2026-03-02T23:59:59.999Z").size());
    assertEquals(1, due("2026-03-03T00:00:00Z").size());
  }

  @Test
  void holdsMoveNobody() {
    add("held", "09:00", 0);
    add("other", "09:15", 0);
    store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    Slot slot = doctors.findSlots().next(DoctorId.of("held"), 1).get(0);
    Instant now = clock.instant();
    store
        .holds()
        .place(
            new Hold(
                new HoldId("h1"),
                DoctorId.of("held"),
                PatientId.of("p1"),
                slot.time(),
                now.plus(Duration.ofMinutes(5))),
            now);
    update();
    assertEquals(List.of("held", "other"), inOrder());
  }

  @Test
  void takesManyDoctorsInSteps() {
    for (int i = 0; i < 250; i++) {
      add("d" + i, "09:00", 0);
    }
    assertEquals(250, update());
    assertEquals(0, update());
  }

  /** Books the doctor's next free slot. */
  private void take(String doctor, int number) {
    Slot slot = doctors.findSlots().next(DoctorId.of(doctor), 1).get(0);
    AppointmentTime time =
        new AppointmentTime(slot.date(), slot.startTime(), slot.endTime(), UTC, slot.time());
    store
        .appointments()
        .book(
            Appointments.pending(doctor + number, doctor, "p1", time),
            Optional.empty(),
            Appointments.UNLIMITED);
  }
}
