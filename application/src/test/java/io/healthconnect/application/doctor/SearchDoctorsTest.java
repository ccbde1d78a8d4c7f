package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.application.CountingPorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.patient.Patients;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The next free slot of each doctor on a page, and doctors who are free on a date. */
class SearchDoctorsTest {
  private static final String MONDAY = "2026-03-02";
  private final InMemoryStore store = new InMemoryStore();
  private final SettableClock clock = SettableClock.at(MONDAY + "T00:00:00Z");
  private final DoctorUseCases doctors =
      DoctorUseCases.create(
          store.doctors(), store.accounts(), store.appointments(), store.holds(), clock);

  @Test
  void eachDoctorShowsTheFirstTimeOfTheirSlotList() {
    add("berlin", "Europe/Berlin", 60, Doctors.weekdays(Doctors.window("09:00", "17:00")));
    add("tokyo", "Asia/Tokyo", 60, Doctors.weekdays(Doctors.window("09:00", "17:00")));
    add("apia", "Pacific/Apia", 60, Doctors.weekdays(Doctors.window("21:00", "03:00")));
    add("nobody", "UTC", 60, WeeklySchedule.EMPTY);
    patient("p1");
    take("berlin", "p1", 0);
    take("berlin", "p1", 1);

    Map<String, Optional<Slot>> next = next();

    for (String id : List.of("berlin", "tokyo", "apia", "nobody")) {
      assertEquals(slots(id, 20).stream().findFirst(), next.get(id), id);
    }
    assertEquals("10:00", next.get("berlin").orElseThrow().startTime().toString());
    assertEquals(Optional.empty(), next.get("nobody"));
  }

  @Test
  void searchesBeyondAFullFortnightUpToTheHorizon() {
    WeeklySchedule mondays =
        new WeeklySchedule(Map.of(DayOfWeek.MONDAY, List.of(Doctors.window("09:00", "09:30"))));
    add("full", "UTC", 60, mondays);
    add("near", "UTC", 20, mondays);
    for (int week = 0; week < 3; week++) {
      patient("a" + week);
      patient("b" + week);
      take("full", "a" + week, 0);
      take("near", "b" + week, 0);
    }

    assertEquals(
        Optional.of(LocalDate.parse(MONDAY).plusWeeks(3)), next().get("full").map(Slot::date));
    assertEquals(Optional.empty(), next().get("near"));
  }

  @Test
  void findsDoctorsWhoAreFreeOnADate() {
    WeeklySchedule once = Doctors.weekdays(Doctors.window("09:00", "09:30"));
    for (String id : List.of("a", "b", "c", "d", "e")) {
      add(id, "UTC", 60, once);
    }
    patient("p1");
    patient("p2");
    take("b", "p1", 0);
    take("d", "p2", 0);

    assertEquals(List.of("a", "c", "e"), freeOn(LocalDate.parse(MONDAY), 10));
    assertEquals(
        List.of("a", "b", "c", "d", "e"),
        ids(available(new DateRange(LocalDate.parse(MONDAY), LocalDate.parse("2026-03-03")), 10)));
    assertEquals(
        List.of(),
        ids(
            available(
                new DateRange(LocalDate.parse("2026-03-07"), LocalDate.parse("2026-03-08")), 10)));
    assertEquals(List.of("a", "c"), freeOn(LocalDate.parse(MONDAY), 2));
    assertEquals(List.of(), freeOn(LocalDate.parse("2026-03-07"), 10));
    assertEquals(List.of(), freeOn(LocalDate.parse("2027-03-01"), 10));
  }

  @Test
  void looksAtAWeekAtMost() {
    LocalDate monday = LocalDate.parse(MONDAY);
    assertEquals(List.of(), ids(available(new DateRange(monday, monday.plusDays(6)), 10)));
    assertThrows(
        InvalidValueException.class,
        () -> available(new DateRange(monday, monday.plusDays(7)), 10));
  }

  @Test
  void showsTheNextThreeFreeTimes() {
    add("many", "UTC", 60, Doctors.weekdays(Doctors.window("09:00", "17:00")));
    WeeklySchedule mondays =
        new WeeklySchedule(Map.of(DayOfWeek.MONDAY, List.of(Doctors.window("09:00", "09:30"))));
    add("one", "UTC", 6, mondays);
    add("seldom", "UTC", 60, mondays);
    patient("p1");
    take("many", "p1", 0);

    Map<String, List<String>> times =
        all(10).page().items().stream()
            .collect(
                Collectors.toMap(
                    found -> found.listing().doctor().id().value(),
                    found ->
                        found.next().stream()
                            .map(slot -> slot.date() + " " + slot.startTime())
                            .toList()));

    assertEquals(
        Map.of(
            "many", List.of(MONDAY + " 09:30", MONDAY + " 10:00", MONDAY + " 10:30"),
            "one", List.of(MONDAY + " 09:00"),
            "seldom", List.of(MONDAY + " 09:00", "2026-03-09 09:00", "2026-03-16 09:00")),
        times);
  }

  @Test
  void countsMatchesOnTheFirstPage() {
    WeeklySchedule once = Doctors.weekdays(Doctors.window("09:00", "09:30"));
    for (int i = 0; i < 5; i++) {
      add("d" + i, "UTC", 60, once);
    }
    assertEquals(OptionalInt.of(5), all(10).total());
    assertEquals(OptionalInt.of(5), all(5).total());
    assertEquals(OptionalInt.of(5), all(2).total());
    Optional<Cursor> next = all(2).page().next();
    assertEquals(OptionalInt.empty(), results(Optional.empty(), new PageRequest(9, next)).total());
    DateRange monday = DateRange.of(LocalDate.parse(MONDAY));
    assertEquals(OptionalInt.of(5), available(monday, 5).total());
    assertEquals(OptionalInt.empty(), available(monday, 2).total());
    for (int i = 5; i < 105; i++) {
      add("d" + i, "UTC", 60, once);
    }
    assertEquals(OptionalInt.of(100), all(10).total());
  }

  @Test
  void asksTheStoreOnceForEachKindOfThing() {
    CountingPorts counting = new CountingPorts();
    DoctorUseCases counted =
        DoctorUseCases.create(
            counting.count(DoctorRepository.class, store.doctors()),
            counting.count(AccountRepository.class, store.accounts()),
            counting.count(AppointmentRepository.class, store.appointments()),
            counting.count(HoldRepository.class, store.holds()),
            clock);
    for (int i = 0; i < 20; i++) {
      add("d" + i, "UTC", 60, Doctors.weekdays(Doctors.window("09:00", "17:00")));
    }
    DoctorSearch all = search(PageRequest.first(20));
    counted.search().searchDoctors(new SearchDoctors.Query(all, Optional.empty()));
    assertEquals(
        List.of("DoctorRepository.search", "AppointmentRepository.occupied", "HoldRepository.held"),
        counting.calls());
    counted
        .search()
        .searchDoctors(
            new SearchDoctors.Query(all, Optional.of(DateRange.of(LocalDate.parse(MONDAY)))));
    assertEquals(
        List.of(
            "DoctorRepository.search",
            "AppointmentRepository.occupied",
            "HoldRepository.held",
            "AppointmentRepository.occupied",
            "HoldRepository.held"),
        counting.calls());
    add("closed", "UTC", 365, WeeklySchedule.EMPTY);
    counted.findSlots().next(DoctorId.of("closed"), 1);
    assertEquals(
        List.of(
            "DoctorRepository.find",
            "AppointmentRepository.occupied",
            "HoldRepository.held",
            "AppointmentRepository.occupied",
            "HoldRepository.held"),
        counting.calls());
    counted.search().searchDoctors(new SearchDoctors.Query(all, Optional.empty()));
    assertEquals(
        List.of(
            "DoctorRepository.search",
            "AppointmentRepository.occupied",
            "HoldRepository.held",
            "AppointmentRepository.occupied",
            "HoldRepository.held",
            "DoctorRepository.count"),
        counting.calls());
  }

  private void add(String id, String zone, int horizonDays, WeeklySchedule schedule) {
    Doctor doctor =
        new Doctor(
            DoctorId.of(id),
            new DoctorProfile("Cardiology", 1, "MD", "", Optional.empty(), ZoneId.of(zone)),
            BookingRules.DEFAULT.withHorizonDays(horizonDays),
            schedule,
            Map.of(),
            1);
    store.doctors().add(Accounts.doctor(id), Accounts.HASH, doctor);
  }

  private void patient(String id) {
    store.patients().add(Accounts.patient(id), Accounts.HASH, Patients.blank(id));
  }

  /** Books the doctor's next free slot. */
  private void take(String doctor, String patient, int number) {
    Slot slot = slots(doctor, 60).get(0);
    TimeSlot time = slot.time();
    AppointmentTime appointment =
        new AppointmentTime(slot.date(), slot.startTime(), slot.endTime(), ZoneId.of("UTC"), time);
    store
        .appointments()
        .book(
            Appointments.pending(doctor + patient + number, doctor, patient, appointment),
            Optional.empty(),
            Appointments.UNLIMITED);
  }

  private List<Slot> slots(String doctor, int days) {
    LocalDate from = LocalDate.parse(MONDAY).minusDays(1);
    return doctors
        .findSlots()
        .findSlots(new FindSlots.Query(DoctorId.of(doctor), from, from.plusDays(days)))
        .orElseThrow()
        .slots();
  }

  private Map<String, Optional<Slot>> next() {
    return all(10).page().items().stream()
        .collect(
            Collectors.toMap(
                found -> found.listing().doctor().id().value(),
                found -> found.next().stream().findFirst()));
  }

  private List<String> freeOn(LocalDate date, int limit) {
    return ids(available(DateRange.of(date), limit));
  }

  private static List<String> ids(SearchDoctors.Results results) {
    return results.page().items().stream()
        .map(found -> found.listing().doctor().id().value())
        .toList();
  }

  private SearchDoctors.Results all(int limit) {
    return results(Optional.empty(), PageRequest.first(limit));
  }

  private SearchDoctors.Results available(DateRange dates, int limit) {
    return results(Optional.of(dates), PageRequest.first(limit));
  }

  private SearchDoctors.Results results(Optional<DateRange> available, PageRequest page) {
    return doctors.search().searchDoctors(new SearchDoctors.Query(search(page), available));
  }

  private static DoctorSearch search(PageRequest page) {
    return new DoctorSearch(Set.of(), Optional.empty(), 0, 0, DoctorSearch.Sort.NAME, page);
  }
}
