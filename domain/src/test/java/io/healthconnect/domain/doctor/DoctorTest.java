package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  private static DayOverride off(LocalDate date) {
    return new DayOverride(date, true, List.of());
  }

  private static Doctor doctor() {
    return Doctors.doctor("UTC", BookingRules.DEFAULT, WeeklySchedule.EMPTY);
  }

  @Test
  void startsWithTheDefaultRulesAndTheFirstVersion() {
    DoctorProfile profile =
        new DoctorProfile("Cardiology", 1, "", "", Optional.empty(), ZoneId.of("Asia/Tokyo"));
    Doctor doctor = Doctor.create(DoctorId.of("d1"), profile, WeeklySchedule.EMPTY);
    assertEquals(BookingRules.DEFAULT, doctor.rules());
    assertEquals(Map.of(), doctor.overrides());
    assertEquals(1, doctor.version());
    assertEquals(ZoneId.of("Asia/Tokyo"), doctor.timeZone());
  }

  @Test
  void dropsOverridesMoreThanTwoDaysBeforeToday() {
    Doctor doctor =
        doctor()
            .withOverrides(List.of(off(TODAY.minusDays(3))), TODAY.minusDays(3))
            .withOverrides(List.of(off(TODAY.minusDays(2))), TODAY.minusDays(3))
            .withOverrides(List.of(off(TODAY.plusDays(1))), TODAY);
    assertEquals(Set.of(TODAY.minusDays(2), TODAY.plusDays(1)), doctor.overrides().keySet());
    assertEquals(
        Set.of(TODAY.plusDays(1)),
        doctor.withoutOverrides(DateRange.of(TODAY.minusDays(2))).overrides().keySet());
    assertEquals(doctor, doctor.withoutOverrides(DateRange.of(TODAY)));
  }

  @Test
  void keepsTheRestWhenAPartChanges() {
    Doctor doctor = doctor().withOverrides(List.of(off(TODAY)), TODAY);
    WeeklySchedule week =
        new WeeklySchedule(Map.of(DayOfWeek.MONDAY, List.of(Doctors.window("09:00", "10:00"))));
    BookingRules rules = Doctors.rules(20, 5, 10, 30);
    Doctor changed = doctor.withSchedule(week).withRules(rules);
    assertEquals(
        new Doctor(doctor.id(), doctor.profile(), rules, week, doctor.overrides(), 1), changed);
    assertThrows(UnsupportedOperationException.class, () -> changed.overrides().clear());
  }

  @Test
  void aChangeOfRulesReplacesWhatItHoldsAndKeepsTheRest() {
    BookingRules rules = Doctors.rules(20, 5, 10, 30);
    assertEquals(rules, BookingRules.Change.NONE.applyTo(rules));
    assertEquals(
        BookingRules.DEFAULT
            .withSlotMinutes(25)
            .withBufferMinutes(5)
            .withMinimumNoticeMinutes(10)
            .withHorizonDays(30)
            .withAutoConfirm(true),
        new BookingRules.Change(
                Optional.of(25),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(true))
            .applyTo(rules));
    assertEquals(
        BookingRules.DEFAULT
            .withSlotMinutes(20)
            .withBufferMinutes(6)
            .withMinimumNoticeMinutes(11)
            .withHorizonDays(31),
        new BookingRules.Change(
                Optional.empty(),
                Optional.of(6),
                Optional.of(11),
                Optional.of(31),
                Optional.empty())
            .applyTo(rules));
  }

  @Test
  void anErasedDoctorKeepsWhatAppointmentsReferTo() {
    Doctor before =
        Doctors.doctor(
            "Europe/Berlin",
            Doctors.rules(20, 0, 0, 60),
            Doctors.everyDay(new Window(LocalTime.of(9, 0), LocalTime.of(12, 0))));
    Doctor erased = before.erased();
    assertEquals("Cardiology", erased.profile().specialization());
    assertEquals(before.timeZone(), erased.timeZone());
    assertEquals(before.rules(), erased.rules());
    assertEquals("", erased.profile().qualification());
    assertEquals(0, erased.profile().experience());
    assertEquals(WeeklySchedule.EMPTY, erased.schedule());
  }
}
