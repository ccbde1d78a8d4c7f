package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares slots with {@link SlotOracle} in every zone of the JDK, around its clock changes (T-06).
 */
class AvailabilityInEveryZoneTest {
  private static final long SEED = Long.getLong("slots.seed", 20_270_314L);
  private static final int DATES_PER_ZONE = 4;
  private static final int CASES_PER_DATE = 4;
  private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2037-12-01T00:00:00Z");

  @Test
  void agreesWithTheOracleInEveryZone() {
    int compared = 0;
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      Random random = new Random(SEED ^ id.hashCode());
      List<LocalDate> changes = changes(zone);
      for (int i = 0; i < DATES_PER_ZONE; i++) {
        LocalDate middle =
            changes.isEmpty() || random.nextInt(8) == 0
                ? LocalDate.of(1990 + random.nextInt(47), 1 + random.nextInt(12), 15)
                : changes.get(random.nextInt(changes.size()));
        SlotOracle oracle = new SlotOracle(zone, middle);
        for (int j = 0; j < CASES_PER_DATE; j++) {
          compared += new Case(zone, middle, oracle, random).compare();
        }
      }
    }
    assertTrue(compared > 100_000, "too few slots compared: " + compared);
  }

  private static List<LocalDate> changes(ZoneId zone) {
    List<LocalDate> dates = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
    while (next != null && next.getInstant().isBefore(TO)) {
      dates.add(next.getDateTimeBefore().toLocalDate());
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return dates;
  }

  /** One random practice on some dates around {@code middle}. */
  private static final class Case {
    private final LocalDate middle;
    private final SlotOracle oracle;
    private final Random random;
    private final Doctor doctor;
    private final List<TimeSlot> occupied = new ArrayList<>();
    private final Instant now;
    private final boolean byDoctor;
    private final LocalDate from;
    private final LocalDate to;

    Case(ZoneId zone, LocalDate middle, SlotOracle oracle, Random random) {
      this.middle = middle;
      this.oracle = oracle;
      this.random = random;
      Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        week.put(day, windows(day.getValue() % 3 == 0 ? 1 : 3));
      }
      Map<LocalDate, DayOverride> overrides = new HashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        LocalDate date = middle.plusDays(random.nextInt(5) - 2L);
        List<Window> windows = windows(2);
        overrides.put(
            date, new DayOverride(date, random.nextBoolean() || windows.isEmpty(), windows));
      }
      int slot = random.nextBoolean() ? 30 : 5 + random.nextInt(random.nextBoolean() ? 60 : 470);
      int buffer = random.nextBoolean() ? 0 : random.nextInt(90);
      int notice = random.nextBoolean() ? 0 : random.nextInt(3000);
      BookingRules rules =
          BookingRules.DEFAULT
              .withSlotMinutes(slot)
              .withBufferMinutes(buffer)
              .withMinimumNoticeMinutes(notice)
              .withHorizonDays(1 + random.nextInt(6));
      doctor = Doctors.doctor(zone, rules, new WeeklySchedule(week), overrides);
      Instant noon = middle.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
      now = noon.minusSeconds(60L * random.nextInt(3 * 24 * 60)).plusMillis(random.nextInt(2));
      for (int i = random.nextInt(12); i > 0; i--) {
        Instant start = noon.plus(Duration.ofMinutes(random.nextInt(6 * 1440) - 3 * 1440));
        occupied.add(new TimeSlot(start, start.plus(Duration.ofMinutes(5 + random.nextInt(120)))));
      }
      byDoctor = random.nextBoolean();
      from = middle.plusDays(random.nextInt(4) - 2L);
      to = from.plusDays(random.nextInt(3));
    }

    private List<Window> windows(int most) {
      List<Window> found = new ArrayList<>();
      for (int i = random.nextInt(most + 1); i > 0; i--) {
        int unit = random.nextBoolean() ? 30 : 1;
        LocalTime start = LocalTime.ofSecondOfDay(60L * unit * random.nextInt(1440 / unit));
        LocalTime end = LocalTime.ofSecondOfDay(60L * unit * random.nextInt(1440 / unit));
        boolean whole = random.nextInt(4) == 0;
        if (whole || start.equals(end)) {
          start = LocalTime.MIDNIGHT;
          end = LocalTime.MIDNIGHT;
        }
        Window window = new Window(start, end);
        if (found.stream().noneMatch(window::overlaps)) {
          found.add(window);
        }
      }
      return found;
    }

    int compare() {
      Availability all = Availability.of(doctor, occupied, now, byDoctor);
      TimeSlot range = all.range(from, to);
      List<TimeSlot> loaded = occupied.stream().filter(range::overlaps).toList();
      Availability availability = Availability.of(doctor, loaded, now, byDoctor);
      List<SlotOracle.Found> expected = new ArrayList<>();
      for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
        expected.addAll(oracle.bookable(doctor, occupied, now, byDoctor, date));
      }
      List<Slot> actual = availability.slots(from, to);
      assertEquals(expected, actual.stream().map(Case::found).toList(), this::toString);
      List<Slot> byDay = new ArrayList<>();
      for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
        byDay.addAll(availability.slots(date, date));
        answersEveryTimeAsTheListDoes(availability, date, availability.slots(date, date));
      }
      assertEquals(actual, byDay, this::toString);
      return actual.size();
    }

    private void answersEveryTimeAsTheListDoes(
        Availability availability, LocalDate date, List<Slot> listed) {
      Map<LocalTime, Slot> free = new HashMap<>();
      listed.forEach(slot -> free.put(slot.startTime(), slot));
      Map<Integer, SlotOracle.Found> offered = new HashMap<>();
      oracle.offered(doctor, date).forEach(slot -> offered.put(slot.minute(), slot));
      TreeSet<Integer> minutes = new TreeSet<>(offered.keySet());
      for (int i = 0; i < 12; i++) {
        minutes.add(random.nextInt(1440));
      }
      for (int minute : minutes) {
        LocalTime time = LocalTime.ofSecondOfDay(60L * minute);
        Result<Slot, Unbookable> expected =
            free.containsKey(time)
                ? Result.success(free.get(time))
                : Result.failure(reason(date, minute, offered));
        assertEquals(
            expected, availability.slotAt(date, time), () -> date + " " + time + " in " + this);
      }
    }

    private Unbookable reason(LocalDate date, int minute, Map<Integer, SlotOracle.Found> offered) {
      if (!oracle.exists(date, minute)) {
        return Unbookable.NONEXISTENT_LOCAL_TIME;
      }
      Instant start = oracle.instant(date, minute);
      if (start.compareTo(now) < 0) {
        return Unbookable.IN_THE_PAST;
      }
      LocalDate last =
          now.atZone(doctor.timeZone()).toLocalDate().plusDays(doctor.rules().horizonDays());
      int notice = byDoctor ? 0 : doctor.rules().minimumNoticeMinutes();
      boolean soon = start.compareTo(now.plusSeconds(60L * notice)) < 0;
      return !offered.containsKey(minute) || soon || date.isAfter(last)
          ? Unbookable.OUTSIDE_SCHEDULE
          : Unbookable.TAKEN;
    }

    private static SlotOracle.Found found(Slot slot) {
      return new SlotOracle.Found(
          slot.date(),
          slot.startTime().toSecondOfDay() / 60,
          slot.time().startsAt().getEpochSecond() / 60,
          slot.time().endsAt().getEpochSecond() / 60);
    }

    @Override
    public String toString() {
      return "seed %d, %s around %s: %s to %s, now %s, by doctor %s, %s, occupied %s"
          .formatted(SEED, doctor.timeZone(), middle, from, to, now, byDoctor, doctor, occupied);
    }
  }
}
