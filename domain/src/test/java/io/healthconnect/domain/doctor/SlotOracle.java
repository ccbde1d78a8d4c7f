package io.healthconnect.domain.doctor;

import io.healthconnect.domain.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * A second implementation of the slot rules, written to be obvious rather than fast: it steps a
 * clock through every minute around one date, records what the clock shows, and looks everything up
 * there.
 */
final class SlotOracle {
  private static final int DAY = 24 * 60;
  private static final int DAYS_AROUND = 7;

  private final LocalDate middle;
  private final long firstWall;

  /** For each wall minute from {@code firstWall} on, the first instant (in minutes) showing it. */
  private final long[] firstShown;

  /** For each wall minute, the first instant showing it or a later one. */
  private final long[] reached;

  SlotOracle(ZoneId zone, LocalDate middle) {
    ZoneRules rules = zone.getRules();
    this.middle = middle;
    this.firstWall = (middle.toEpochDay() - DAYS_AROUND) * DAY;
    int minutes = 2 * DAYS_AROUND * DAY;
    firstShown = new long[minutes];
    reached = new long[minutes];
    Arrays.fill(firstShown, Long.MIN_VALUE);
    Arrays.fill(reached, Long.MIN_VALUE);
    int known = 0;
    for (long instant = firstWall - 2 * DAY; instant < firstWall + minutes + 2 * DAY; instant++) {
      ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(instant * 60));
      long shown = instant + Math.floorDiv(offset.getTotalSeconds(), 60) - firstWall;
      if (shown >= 0 && shown < minutes && firstShown[(int) shown] == Long.MIN_VALUE) {
        firstShown[(int) shown] = instant;
      }
      while (known < minutes && known <= shown) {
        reached[known++] = instant;
      }
    }
  }

  boolean exists(LocalDate date, int minute) {
    return firstShown[index(date, minute)] != Long.MIN_VALUE;
  }

  Instant instant(LocalDate date, int minute) {
    return Instant.ofEpochSecond(60 * firstShown[index(date, minute)]);
  }

  /** A slot found by the oracle: the wall minute it starts at and its instants in minutes. */
  record Found(LocalDate date, int minute, long start, long end) {}

  /** All slots of the windows on one local date. */
  List<Found> offered(Doctor doctor, LocalDate date) {
    List<Found> yesterdays = own(doctor, date.minusDays(1));
    List<Found> dayBeforeYesterdays = own(doctor, date.minusDays(2));
    List<Found> all = new ArrayList<>();
    for (Found slot : yesterdays) {
      if (slot.date.equals(date) && dayBeforeYesterdays.stream().noneMatch(o -> meet(o, slot))) {
        all.add(slot);
      }
    }
    for (Found slot : own(doctor, date)) {
      if (slot.date.equals(date) && yesterdays.stream().noneMatch(o -> meet(o, slot))) {
        all.add(slot);
      }
    }
    all.sort((a, b) -> Long.compare(a.start, b.start));
    return all;
  }

  List<Found> bookable(
      Doctor doctor, Collection<TimeSlot> occupied, Instant now, boolean byDoctor, LocalDate date) {
    NavigableSet<Long> kept = new TreeSet<>();
    for (TimeSlot appointment : occupied) {
      long from = appointment.startsAt().getEpochSecond() / 60 - doctor.rules().bufferMinutes();
      long to = appointment.endsAt().getEpochSecond() / 60 + doctor.rules().bufferMinutes();
      for (long minute = from; minute < to; minute++) {
        kept.add(minute);
      }
    }
    long notice = byDoctor ? 0 : doctor.rules().minimumNoticeMinutes();
    LocalDate today = now.atZone(doctor.timeZone()).toLocalDate();
    List<Found> free = new ArrayList<>();
    for (Found slot : offered(doctor, date)) {
      boolean early = slot.start * 60_000 < now.toEpochMilli() + notice * 60_000;
      boolean far = date.toEpochDay() - today.toEpochDay() > doctor.rules().horizonDays();
      if (!early && !far && kept.subSet(slot.start, slot.end).isEmpty()) {
        free.add(slot);
      }
    }
    return free;
  }

  private List<Found> own(Doctor doctor, LocalDate date) {
    int length = doctor.rules().slotMinutes();
    DayOverride today = doctor.overrides().get(date);
    DayOverride tomorrow = doctor.overrides().get(date.plusDays(1));
    List<Window> windows = new ArrayList<>();
    if (today == null || !today.timeOff()) {
      windows.addAll(doctor.schedule().windows().getOrDefault(date.getDayOfWeek(), List.of()));
    }
    if (today != null) {
      windows.addAll(today.windows());
    }
    List<Found> candidates = new ArrayList<>();
    for (Window window : windows) {
      int start = window.startTime().getHour() * 60 + window.startTime().getMinute();
      int end = window.endTime().getHour() * 60 + window.endTime().getMinute();
      if (end <= start) {
        end += DAY;
      }
      if (tomorrow != null && tomorrow.timeOff() && end > DAY) {
        end = DAY;
      }
      for (int k = 0; start + k * (length + doctor.rules().bufferMinutes()) < end; k++) {
        int minute = start + k * (length + doctor.rules().bufferMinutes());
        long begins = firstShown[index(date, minute)];
        boolean room = minute + length <= end && begins != Long.MIN_VALUE;
        if (room && begins + length <= reached[index(date, end)]) {
          candidates.add(
              new Found(date.plusDays(minute / DAY), minute % DAY, begins, begins + length));
        }
      }
    }
    candidates.sort((a, b) -> Long.compare(a.start, b.start));
    List<Found> offered = new ArrayList<>();
    for (Found candidate : candidates) {
      if (offered.stream().noneMatch(o -> meet(o, candidate))) {
        offered.add(candidate);
      }
    }
    return offered;
  }

  private static boolean meet(Found one, Found other) {
    return Math.max(one.start, other.start) < Math.min(one.end, other.end);
  }

  private int index(LocalDate date, int minute) {
    if (Math.abs(date.toEpochDay() - middle.toEpochDay()) > DAYS_AROUND - 2) {
      throw new IllegalArgumentException(date + " is too far from " + middle);
    }
    return Math.toIntExact(date.toEpochDay() * DAY + minute - firstWall);
  }
}
