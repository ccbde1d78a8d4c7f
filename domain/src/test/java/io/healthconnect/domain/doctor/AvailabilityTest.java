package io.healthconnect.domain.doctor;

import static io.healthconnect.domain.doctor.Doctors.WHOLE_DAY;
import static io.healthconnect.domain.doctor.Doctors.everyDay;
import static io.healthconnect.domain.doctor.Doctors.rules;
import static io.healthconnect.domain.doctor.Doctors.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {
  private static final LocalDate MONDAY = LocalDate.of(2027, 1, 11);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final Instant EARLY = Instant.parse("2027-01-10T00:00:00Z");
  private static final BookingRules HALF_HOURS = rules(30, 0, 0, 60);

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2027-03-13, 48",
    "America/New_York, 2027-03-14, 46",
    "America/New_York, 2027-11-07, 48",
    "Europe/London, 2027-03-28, 46",
    "Europe/London, 2027-10-31, 48",
    "Australia/Lord_Howe, 2027-04-04, 48",
    "Australia/Lord_Howe, 2027-10-03, 47",
    "Africa/Casablanca, 2027-02-07, 48",
    "Africa/Casablanca, 2027-03-14, 46",
    "Asia/Gaza, 2027-03-27, 46",
    "Asia/Gaza, 2027-10-30, 48",
    "America/Sao_Paulo, 2027-03-14, 48",
    "Asia/Kolkata, 2027-03-14, 48",
    "Asia/Kathmandu, 2027-03-14, 48",
    "America/Sao_Paulo, 2017-10-15, 46",
    "Pacific/Apia, 2011-12-30, 0",
    "Pacific/Apia, 2011-12-31, 48",
    "America/St_Johns, 2010-11-07, 48",
    "Asia/Pyongyang, 2018-05-04, 47",
  })
  void aWholeDayHasAsManyHalfHoursAsItHasDistinctWallTimes(
      String zone, LocalDate date, int expected) {
    Instant now = date.minusDays(4).atStartOfDay(ZoneId.of("UTC")).toInstant();
    Doctor doctor = Doctors.doctor(zone, HALF_HOURS, everyDay(WHOLE_DAY));
    Availability availability = Availability.of(doctor, List.of(), now, false);
    assertEquals(expected, availability.slots(date, date).size());
  }

  @Test
  void refusesATimeThatClocksSkip() {
    LocalDate gap = LocalDate.of(2027, 3, 14);
    Doctor doctor = Doctors.doctor("America/New_York", HALF_HOURS, everyDay(WHOLE_DAY));
    Availability availability =
        Availability.of(doctor, List.of(), Instant.parse("2027-03-10T00:00:00Z"), false);
    assertEquals(refused(Unbookable.NONEXISTENT_LOCAL_TIME), at(availability, gap, "02:30"));
    assertEquals(Instant.parse("2027-03-14T07:00:00Z"), start(at(availability, gap, "03:00")));
    assertEquals(
        refused(Unbookable.NONEXISTENT_LOCAL_TIME),
        at(
            Availability.of(doctor, List.of(), Instant.parse("2028-01-01T00:00:00Z"), false),
            gap,
            "02:30"));
  }

  @Test
  void offersATimeThatClocksShowTwiceOnceAndFirst() {
    LocalDate overlap = LocalDate.of(2027, 11, 7);
    Doctor doctor = Doctors.doctor("America/New_York", HALF_HOURS, everyDay(WHOLE_DAY));
    Availability availability =
        Availability.of(doctor, List.of(), Instant.parse("2027-11-01T00:00:00Z"), false);
    assertEquals(Instant.parse("2027-11-07T05:30:00Z"), start(at(availability, overlap, "01:30")));
    assertEquals(
        1,
        availability.slots(overlap, overlap).stream()
            .filter(slot -> slot.startTime().equals(LocalTime.of(1, 30)))
            .count());
  }

  @Test
  void aWindowOverTheGapIsShorterThatDay() {
    LocalDate gap = LocalDate.of(2027, 3, 14);
    Doctor doctor =
        Doctors.doctor("America/New_York", rules(45, 0, 0, 60), everyDay(window("01:00", "02:30")));
    Availability availability =
        Availability.of(doctor, List.of(), Instant.parse("2027-03-12T00:00:00Z"), false);
    assertEquals(List.of("01:00", "01:45"), starts(availability, gap.minusDays(1)));
    assertEquals(List.of("01:00"), starts(availability, gap));
  }

  @Test
  void keepsTheWallTimeAcrossAClockChange() {
    Doctor doctor = Doctors.doctor("Europe/London", HALF_HOURS, everyDay(window("09:00", "10:00")));
    Availability availability =
        Availability.of(doctor, List.of(), Instant.parse("2027-03-20T12:00:00Z"), false);
    for (LocalDate date = LocalDate.of(2027, 3, 21);
        date.isBefore(LocalDate.of(2027, 4, 5));
        date = date.plusDays(1)) {
      assertEquals(List.of("09:00", "09:30"), starts(availability, date));
    }
  }

  @Test
  void aHorizonThatEndsOnTheDayOfAClockChangeCutsNothingElse() {
    LocalDate change = LocalDate.of(2027, 3, 28);
    Doctor doctor =
        Doctors.doctor("Europe/London", rules(30, 0, 2880, 8), everyDay(window("09:00", "10:00")));
    Availability availability =
        Availability.of(doctor, List.of(), Instant.parse("2027-03-20T12:00:00Z"), false);
    List<Slot> slots = availability.slots(change.minusDays(30), change.plusDays(30));
    assertEquals(12, slots.size());
    assertEquals(LocalDate.of(2027, 3, 23), slots.get(0).date());
    assertEquals(change, slots.get(11).date());
    assertEquals(
        refused(Unbookable.OUTSIDE_SCHEDULE), at(availability, change.plusDays(1), "09:00"));
  }

  @Test
  void daysBeginAtLocalMidnightInZonesWithOddOffsets() {
    Doctor doctor =
        Doctors.doctor("Asia/Kathmandu", HALF_HOURS, everyDay(window("00:00", "01:00")));
    Availability availability = Availability.of(doctor, List.of(), EARLY, false);
    assertEquals(
        Instant.parse("2027-01-10T18:15:00Z"),
        availability.slots(MONDAY, MONDAY).get(0).time().startsAt());
  }

  @Test
  void aNightWindowIsListedUnderTheDatesOnWhichItsSlotsStart() {
    Doctor doctor = utc(rules(60, 0, 0, 60), everyDay(window("21:00", "03:00")));
    Availability availability = Availability.of(doctor, List.of(), EARLY, false);
    assertEquals(
        List.of("00:00", "01:00", "02:00", "21:00", "22:00", "23:00"),
        starts(availability, MONDAY));
  }

  @Test
  void aDayOffAlsoClosesHoursThatReachIntoIt() {
    DayOverride off = new DayOverride(TUESDAY, true, List.of(window("00:30", "01:30")));
    Doctor doctor = withOverride(rules(60, 0, 0, 60), everyDay(window("21:30", "03:30")), off);
    Availability availability = Availability.of(doctor, List.of(), EARLY, false);
    assertEquals(
        List.of("00:30", "01:30", "02:30", "21:30", "22:30"), starts(availability, MONDAY));
    assertEquals(List.of("00:30"), starts(availability, TUESDAY));
    assertEquals(List.of("21:30", "22:30", "23:30"), starts(availability, TUESDAY.plusDays(1)));
  }

  @Test
  void aWindowUntilTheLastMinuteDoesNotReachIntoADayOff() {
    DayOverride off = new DayOverride(TUESDAY, true, List.of());
    Doctor doctor = withOverride(HALF_HOURS, everyDay(window("22:30", "23:59")), off);
    Availability availability = Availability.of(doctor, List.of(), EARLY, false);
    assertEquals(List.of("22:30", "23:00"), starts(availability, MONDAY));
    assertEquals(List.of(), starts(availability, TUESDAY));
  }

  @Test
  void anOverrideOpensADayThatIsUsuallyClosed() {
    DayOverride open = new DayOverride(TUESDAY, false, List.of(window("10:00", "11:00")));
    Doctor doctor = withOverride(HALF_HOURS, WeeklySchedule.EMPTY, open);
    Availability availability = Availability.of(doctor, List.of(), EARLY, false);
    assertEquals(
        List.of("10:00", "10:30"),
        availability.slots(MONDAY, TUESDAY.plusDays(5)).stream()
            .map(slot -> slot.startTime().toString())
            .toList());
  }

  @Test
  void windowsThatOverlapNeverOfferOverlappingSlots() {
    DayOverride extra = new DayOverride(MONDAY, false, List.of(window("09:15", "11:15")));
    Doctor doctor = withOverride(HALF_HOURS, everyDay(window("09:00", "10:00")), extra);
    assertEquals(
        List.of("09:00", "09:30", "10:15", "10:45"),
        starts(Availability.of(doctor, List.of(), EARLY, false), MONDAY));
  }

  @Test
  void touchingAppointmentsDoNotCloseASlotButTheirBufferDoes() {
    WeeklySchedule week = everyDay(window("09:00", "10:30"));
    TimeSlot appointment = appointment("2027-01-11T09:30:00Z", 30);
    assertEquals(
        List.of("09:00", "10:00"),
        starts(Availability.of(utc(HALF_HOURS, week), List.of(appointment), EARLY, false), MONDAY));
    Availability buffered =
        Availability.of(utc(rules(30, 5, 0, 60), week), List.of(appointment), EARLY, false);
    assertEquals(List.of(), starts(buffered, MONDAY));
    assertEquals(refused(Unbookable.TAKEN), at(buffered, MONDAY, "09:00"));
  }

  @Test
  void aMovedAppointmentMayOverlapItsOwnOldTimeBecauseCallersLeaveItOut() {
    Doctor doctor = utc(rules(15, 0, 0, 60), everyDay(window("09:00", "10:00")));
    TimeSlot old = appointment("2027-01-11T09:00:00Z", 30);
    assertEquals(
        refused(Unbookable.TAKEN),
        at(Availability.of(doctor, List.of(old), EARLY, false), MONDAY, "09:15"));
    assertEquals(
        Instant.parse("2027-01-11T09:15:00Z"),
        start(at(Availability.of(doctor, List.of(), EARLY, false), MONDAY, "09:15")));
  }

  @Test
  void minimumNoticeBindsPatientsAndNotTheDoctor() {
    Doctor doctor = utc(rules(30, 0, 60, 60), everyDay(window("09:00", "11:00")));
    Instant now = Instant.parse("2027-01-11T09:00:00Z");
    Availability patient = Availability.of(doctor, List.of(), now, false);
    Availability byDoctor = Availability.of(doctor, List.of(), now, true);
    assertEquals(List.of("10:00", "10:30"), starts(patient, MONDAY));
    assertEquals(refused(Unbookable.OUTSIDE_SCHEDULE), at(patient, MONDAY, "09:30"));
    assertEquals(List.of("09:00", "09:30", "10:00", "10:30"), starts(byDoctor, MONDAY));
  }

  @Test
  void givesTheFirstReasonInOrder() {
    Doctor doctor = utc(HALF_HOURS, everyDay(window("09:00", "10:00")));
    TimeSlot appointment = appointment("2027-01-11T09:00:00Z", 30);
    Availability later =
        Availability.of(doctor, List.of(appointment), appointment.startsAt().plusMillis(1), false);
    assertEquals(refused(Unbookable.IN_THE_PAST), at(later, MONDAY, "09:00"));
    assertEquals(refused(Unbookable.IN_THE_PAST), at(later, MONDAY, "03:33"));
    assertEquals(refused(Unbookable.OUTSIDE_SCHEDULE), at(later, MONDAY, "09:15"));
    assertEquals(refused(Unbookable.OUTSIDE_SCHEDULE), at(later, MONDAY, "09:30:01"));
    assertEquals(refused(Unbookable.IN_THE_PAST), at(later, LocalDate.MIN, "09:00"));
    assertEquals(refused(Unbookable.OUTSIDE_SCHEDULE), at(later, LocalDate.MAX, "09:00"));
    assertEquals(
        refused(Unbookable.TAKEN),
        at(
            Availability.of(doctor, List.of(appointment), appointment.startsAt(), false),
            MONDAY,
            "09:00"));
  }

  @Test
  void rangesOutsideTheHorizonAreEmptyAndCostNothing() {
    Doctor doctor = utc(rules(5, 0, 0, 2), everyDay(WHOLE_DAY));
    Availability availability = Availability.of(doctor, List.of(), EARLY, false);
    assertEquals(3 * 288, availability.slots(LocalDate.MIN, LocalDate.MAX).size());
    assertEquals(List.of(), availability.slots(TUESDAY, MONDAY));
    assertEquals(List.of(), availability.slots(MONDAY.plusYears(5), LocalDate.MAX));
    TimeSlot all = availability.range(LocalDate.MIN, LocalDate.MAX);
    assertTrue(Duration.between(all.startsAt(), all.endsAt()).toDays() <= 4);
  }

  @Test
  void listsTheNextFreeSlots() {
    Doctor doctor = utc(HALF_HOURS, everyDay(window("09:00", "10:00")));
    Availability availability =
        Availability.of(doctor, List.of(appointment("2027-01-11T09:00:00Z", 30)), EARLY, false);
    assertEquals(
        List.of("2027-01-11T09:30:00Z", "2027-01-12T09:00:00Z"),
        availability.next(2, MONDAY, TUESDAY).stream()
            .map(s -> s.time().startsAt().toString())
            .toList());
    assertEquals(1, availability.next(2, MONDAY, MONDAY).size());
    assertEquals(List.of(), availability.next(2, MONDAY.plusYears(1), MONDAY.plusYears(2)));
    assertEquals(List.of(), availability.next(2, TUESDAY, MONDAY));
  }

  @Test
  void anAppointmentFitsWhileOpenHoursCoverAllOfIt() {
    DayOverride off = new DayOverride(TUESDAY, true, List.of());
    Doctor doctor =
        withOverride(
            HALF_HOURS,
            everyDay(window("09:00", "10:00"), window("10:00", "11:00"), window("22:00", "02:00")),
            off);
    Availability availability = Availability.of(doctor, List.of(), EARLY, true);
    assertTrue(availability.fits(appointment("2027-01-11T09:00:00Z", 120)));
    assertTrue(availability.fits(appointment("2027-01-11T09:45:00Z", 30)));
    assertFalse(availability.fits(appointment("2027-01-11T08:59:00Z", 30)));
    assertFalse(availability.fits(appointment("2027-01-11T10:45:00Z", 16)));
    assertTrue(availability.fits(appointment("2027-01-11T01:30:00Z", 30)));
    assertTrue(availability.fits(appointment("2027-01-11T23:30:00Z", 30)));
    assertFalse(availability.fits(appointment("2027-01-11T23:30:00Z", 31)));
    assertFalse(availability.fits(appointment("2027-01-12T09:00:00Z", 30)));
  }

  private static Doctor utc(BookingRules rules, WeeklySchedule week) {
    return Doctors.doctor("UTC", rules, week);
  }

  private static Doctor withOverride(
      BookingRules rules, WeeklySchedule week, DayOverride override) {
    return Doctors.doctor(ZoneId.of("UTC"), rules, week, Map.of(override.date(), override));
  }

  private static TimeSlot appointment(String start, int minutes) {
    Instant from = Instant.parse(start);
    return new TimeSlot(from, from.plusSeconds(60L * minutes));
  }

  private static List<String> starts(Availability availability, LocalDate date) {
    return availability.slots(date, date).stream()
        .map(slot -> slot.startTime().toString())
        .toList();
  }

  private static Result<Slot, Unbookable> at(Availability availability, LocalDate date, String t) {
    return availability.slotAt(date, LocalTime.parse(t));
  }

  private static Result<Slot, Unbookable> refused(Unbookable why) {
    return Result.failure(why);
  }

  private static Instant start(Result<Slot, Unbookable> result) {
    return result.fold(
        slot -> slot.time().startsAt(),
        why -> {
          throw new AssertionError(why);
        });
  }
}
