package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.application.CountingPorts;
import io.healthconnect.application.doctor.ChangePractice.Changed;
import io.healthconnect.application.doctor.ChangePractice.Edit;
import io.healthconnect.application.doctor.ChangePractice.Refusal;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.Notes;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePracticeTest {
  private static final Actor DOCTOR =
      new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  private static final DoctorId ID = DOCTOR.asDoctor();

  private final InMemoryStore store = new InMemoryStore();
  private final CountingPorts counting = new CountingPorts();
  private final ChangePractice changePractice =
      DoctorUseCases.create(
              counting.count(DoctorRepository.class, store.doctors()),
              counting.count(AccountRepository.class, store.accounts()),
              counting.count(AppointmentRepository.class, store.appointments()),
              store.holds(),
              SettableClock.at("2026-03-02T07:00:00Z"))
          .changePractice();

  ChangePracticeTest() {
    People.addDoctor(store.stores(), "d1");
  }

  private Result<Changed, Refusal> change(Actor actor, Edit edit, Optional<Long> expected) {
    return changePractice.changePractice(new ChangePractice.Command(actor, edit, expected));
  }

  private Changed changed(Edit edit) {
    return change(DOCTOR, edit, Optional.empty())
        .fold(done -> done, refusal -> fail("refused: " + refusal));
  }

  private Doctor stored() {
    return store.doctors().find(ID).orElseThrow();
  }

  private static Edit profile(Optional<String> name, Patch<String> contactNumber) {
    return new Edit.Profile(
        name.map(PersonName::new),
        new DoctorProfile.Change(
            Optional.of("Urology"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            contactNumber,
            Optional.empty(),
            Optional.empty()),
        new BookingRules.Change(
            Optional.of(20),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void changesProfileRulesAndNameInOneWrite() {
    counting.calls();
    Changed changed = changed(profile(Optional.of("New Name"), Patch.set("+49 30 99")));
    assertEquals(
        List.of(
            "DoctorRepository.find",
            "DoctorRepository.save",
            "DoctorRepository.findListing",
            "AppointmentRepository.occupied"),
        counting.calls());
    Doctor stored = stored();
    assertEquals("Urology", stored.profile().specialization());
    assertEquals(Optional.of("+49 30 99"), stored.profile().contactNumber());
    assertEquals(20, stored.rules().slotMinutes());
    assertEquals(Doctors.valid("d1").schedule(), stored.schedule());
    assertEquals(2, stored.version());
    assertEquals(new PersonName("New Name"), changed.listing().name());
    assertEquals(stored, changed.listing().doctor());
    assertEquals(
        Optional.of(new PersonName("New Name")),
        store.accounts().find(DOCTOR.id()).map(account -> account.name()));
  }

  @Test
  void changesNothingWhenAPartIsNotValid() {
    InvalidValueException refused =
        assertThrows(
            InvalidValueException.class,
            () -> changed(profile(Optional.of("New Name"), Patch.set("abc"))));
    assertEquals("contactNumber", refused.field());
    assertEquals(Doctors.valid("d1"), stored());
    assertEquals(
        Optional.of(new PersonName("Dora d1")),
        store.accounts().find(DOCTOR.id()).map(account -> account.name()));
  }

  @Test
  void changesTheWeekAndSingleDates() {
    WeeklySchedule week = Doctors.weekdays(Doctors.window("10:00", "11:00"));
    assertEquals(week, changed(new Edit.Week(week)).listing().doctor().schedule());
    DateRange date = DateRange.of(LocalDate.parse("2026-03-04"));
    assertEquals(
        Map.of(date.from(), new DayOverride(date.from(), true, List.of())),
        overridesAfter(Edit.SpecialDates.each(date, true, List.of())));
    assertEquals(Map.of(), overridesAfter(new Edit.UsualDates(date)));
  }

  @Test
  void changesAtMost366DatesInOneStep() {
    LocalDate first = LocalDate.parse("2026-03-04");
    DateRange year = new DateRange(first, first.plusDays(365));
    assertEquals(366, overridesAfter(Edit.SpecialDates.each(year, true, List.of())).size());
    DateRange longer = new DateRange(first, first.plusDays(366));
    assertThrows(
        InvalidValueException.class, () -> Edit.SpecialDates.each(longer, true, List.of()));
    DateRange rest = new DateRange(first.plusDays(1), first.plusDays(900));
    assertEquals(Set.of(first), overridesAfter(new Edit.UsualDates(rest)).keySet());
  }

  private Map<LocalDate, DayOverride> overridesAfter(Edit edit) {
    return changed(edit).listing().doctor().overrides();
  }

  @Test
  void listsTheFirstAppointmentsThatNoLongerFit() {
    for (int i = 0; i < 25; i++) {
      People.addPatient(store.stores(), "p" + i);
      // One each day at nine; every fifth day is a working day too.
      Appointments.value(
          store
              .appointments()
              .book(
                  Appointments.pending("v" + i, "d1", "p" + i, 24 * 60 * i),
                  Optional.empty(),
                  Appointments.UNLIMITED));
    }
    counting.calls();
    Changed closed = changed(new Edit.Week(WeeklySchedule.EMPTY));
    assertEquals(
        IntStream.range(0, 20).mapToObj(i -> "v" + i).toList(),
        closed.noLongerFit().stream().map(each -> each.id().value()).toList());
    assertEquals(
        List.of("AppointmentRepository.occupied", "AppointmentRepository.occupying"),
        counting.calls().subList(3, 5));
    Changed open = changed(new Edit.Week(Doctors.weekdays(Doctors.window("09:00", "17:00"))));
    assertEquals(
        Set.of("v5", "v6", "v12", "v13", "v19", "v20"),
        Set.copyOf(open.noLongerFit().stream().map(each -> each.id().value()).toList()));
  }

  /** A doctor books without a horizon. */
  @Test
  void listsAppointmentsOfLaterYears() {
    People.addPatient(store.stores(), "p1");
    for (int year : new int[] {2, 2_000}) {
      String id = "v" + year;
      Appointments.value(
          store
              .appointments()
              .book(
                  Appointments.pending(id, "d1", "p1", 365 * 24 * 60 * year),
                  Optional.empty(),
                  Appointments.UNLIMITED));
    }
    Changed closed = changed(new Edit.Week(WeeklySchedule.EMPTY));
    assertEquals(
        List.of("v2", "v2000"),
        closed.noLongerFit().stream().map(each -> each.id().value()).toList());
    assertEquals(2, closed.noLongerFitCount());
  }

  /** N-01: the notes are read by those who ask for them, which is written down. */
  @Test
  void n01ShowsNoNotesOfAppointmentsThatNoLongerFit() {
    People.addPatient(store.stores(), "p1");
    Appointment booked =
        Appointments.value(
            store
                .appointments()
                .book(
                    Appointments.pending("v1", "d1", "p1", 24 * 60),
                    Optional.empty(),
                    Appointments.UNLIMITED));
    store.appointments().save(Appointments.withNotes(booked, "Cough", Appointments.BOOKED));
    List<Appointment> shown = changed(new Edit.Week(WeeklySchedule.EMPTY)).noLongerFit();
    assertEquals(List.of("v1"), shown.stream().map(each -> each.id().value()).toList());
    assertEquals(Notes.NONE, shown.get(0).notes());
  }

  @Test
  void refusesWhatWasReadBeforeAnotherChange() {
    changed(new Edit.Week(WeeklySchedule.EMPTY));
    assertEquals(
        Result.failure(Refusal.STALE),
        change(DOCTOR, profile(Optional.of("Late"), Patch.keep()), Optional.of(1L)));
    assertEquals(WeeklySchedule.EMPTY, stored().schedule());
    assertEquals(
        Optional.of(new PersonName("Dora d1")),
        store.accounts().find(DOCTOR.id()).map(account -> account.name()));
  }

  @Test
  void isForDoctors() {
    Actor patient = new Actor(new AccountId("d1"), Role.PATIENT, new SessionId("s1"));
    assertEquals(
        Result.failure(Refusal.NOT_A_DOCTOR),
        change(patient, new Edit.Week(WeeklySchedule.EMPTY), Optional.empty()));
  }
}
