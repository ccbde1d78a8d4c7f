package io.healthconnect.domain.doctor;

import static io.healthconnect.domain.doctor.Doctors.window;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "slotMinutes, 5, 480",
    "bufferMinutes, 0, 240",
    "minimumNoticeMinutes, 0, 43200",
    "horizonDays, 1, 365",
  })
  void rulesKeepTheirLimits(String field, int min, int max) {
    for (int value : new int[] {min, min + 1, max - 1, max}) {
      assertDoesNotThrow(() -> rules(field, value));
    }
    for (int value : new int[] {min - 1, max + 1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertEquals(
          field, assertThrows(InvalidValueException.class, () -> rules(field, value)).field());
    }
  }

  private static BookingRules rules(String field, int value) {
    return BookingRules.DEFAULT
        .withSlotMinutes(field.equals("slotMinutes") ? value : 30)
        .withBufferMinutes(field.equals("bufferMinutes") ? value : 0)
        .withMinimumNoticeMinutes(field.equals("minimumNoticeMinutes") ? value : 0)
        .withHorizonDays(field.equals("horizonDays") ? value : 60);
  }

  @Test
  void aWindowIsWholeMinutesAndNotEmpty() {
    assertEquals(1440, window("00:00", "00:00").endMinute());
    assertEquals(1620, window("21:00", "03:00").endMinute());
    assertEquals(2 * 1440 - 2, window("23:59", "23:58").endMinute());
    assertThrows(InvalidValueException.class, () -> window("09:00", "09:00"));
    assertThrows(InvalidValueException.class, () -> window("09:00:01", "10:00"));
    assertThrows(InvalidValueException.class, () -> window("09:00", "10:00:00.000000001"));
  }

  @Test
  void windowsOfADayAreOrderedAndMayTouchButNotOverlap() {
    Window late = window("10:00", "11:00");
    Window early = window("09:00", "10:00");
    WeeklySchedule week = new WeeklySchedule(Map.of(DayOfWeek.MONDAY, List.of(late, early)));
    assertEquals(List.of(early, late), week.on(DayOfWeek.MONDAY));
    assertEquals(List.of(), week.on(DayOfWeek.TUESDAY));
    List<Window> overlapping = List.of(late, window("09:00", "10:01"));
    assertThrows(
        InvalidValueException.class,
        () -> new WeeklySchedule(Map.of(DayOfWeek.MONDAY, overlapping)));
  }

  @Test
  void aDayHasAtMostTwelveWindows() {
    for (int count : new int[] {11, 12}) {
      Map<DayOfWeek, List<Window>> week = Map.of(DayOfWeek.FRIDAY, hours(count));
      assertEquals(count, new WeeklySchedule(week).on(DayOfWeek.FRIDAY).size());
    }
    Map<DayOfWeek, List<Window>> tooMany = Map.of(DayOfWeek.FRIDAY, hours(13));
    assertThrows(InvalidValueException.class, () -> new WeeklySchedule(tooMany));
    assertThrows(
        InvalidValueException.class, () -> new DayOverride(LocalDate.EPOCH, false, hours(13)));
  }

  private static List<Window> hours(int count) {
    List<Window> windows = new ArrayList<>();
    for (int hour = 0; hour < count; hour++) {
      windows.add(new Window(LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0)));
    }
    return windows;
  }

  @Test
  void anOverrideSaysSomething() {
    assertThrows(
        InvalidValueException.class, () -> new DayOverride(LocalDate.EPOCH, false, List.of()));
    assertDoesNotThrow(() -> new DayOverride(LocalDate.EPOCH, true, List.of()));
  }

  @Test
  void aDoctorHasAtMostFourHundredOverridesAndForgetsPastOnes() {
    Doctor doctor = withOverrides(400);
    LocalDate first = LocalDate.EPOCH;
    DayOverride next = new DayOverride(first.plusDays(400), true, List.of());
    assertThrows(InvalidValueException.class, () -> withOverrides(401));
    assertThrows(InvalidValueException.class, () -> doctor.withOverrides(List.of(next), first));
    Doctor later = doctor.withOverrides(List.of(next), first.plusDays(3));
    assertEquals(400, later.overrides().size());
    assertEquals(399, later.withoutOverrides(DateRange.of(next.date())).overrides().size());
  }

  private static Doctor withOverrides(int count) {
    Map<LocalDate, DayOverride> overrides = new HashMap<>();
    for (int i = 0; i < count; i++) {
      LocalDate date = LocalDate.EPOCH.plusDays(i);
      overrides.put(date, new DayOverride(date, true, List.of()));
    }
    return Doctors.doctor(ZoneId.of("UTC"), BookingRules.DEFAULT, WeeklySchedule.EMPTY, overrides);
  }

  @Test
  void onlyRegionsOfTheDatabaseAreZones() {
    assertEquals(ZoneId.of("Asia/Kolkata"), TimeZones.parse("Asia/Kolkata"));
    for (String text :
        List.of("", "+05:30", "UTC+1", "Mars/Base", "asia/kolkata", "x".repeat(65))) {
      assertThrows(InvalidValueException.class, () -> TimeZones.parse(text));
    }
  }

  @Test
  void averagesRatingsToTwoDecimals() {
    assertEquals(0, Rating.NONE.average());
    assertEquals(4.67, new Rating(14, 3).average());
    assertEquals(5, new Rating(5, 1).average());
  }

  @Test
  void foldsCaseAccentsAndWidthForSearching() {
    assertEquals("jose muller", SearchWords.fold("  José MÜLLER "));
    assertEquals(Set.of("dr", "jose", "o", "brien"), SearchWords.stored("Dr. José O'Brien", "dr"));
    assertEquals(Set.of(), SearchWords.stored(" .,-", ""));
  }

  @Test
  void keepsAtMostTwelveWordsOfFortyCharacters() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      words.append("word").append(i).append(' ');
    }
    assertEquals(12, SearchWords.of(words.toString()).size());
    assertEquals(Set.of("a".repeat(40)), SearchWords.of("a".repeat(41)));
    assertEquals(Set.of("a".repeat(40)), SearchWords.of("a".repeat(40)));
  }
}
