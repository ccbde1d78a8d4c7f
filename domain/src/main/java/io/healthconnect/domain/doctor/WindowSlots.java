package io.healthconnect.domain.doctor;

import io.healthconnect.domain.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slots of a doctor's windows, whether or not they are taken. Windows are wall times; where the
 * clock changes, they are shortened or lengthened (docs/adr/0002-slots-are-wall-times.md).
 */
final class WindowSlots {
  private static final int DAY = 24 * 60;
  private static final Comparator<Slot> BY_START =
      Comparator.comparing(slot -> slot.time().startsAt());

  private final Doctor doctor;
  private final ZoneId zone;
  private final ZoneRules zoneRules;
  private final Duration length;

  WindowSlots(Doctor doctor) {
    this.doctor = doctor;
    this.zone = doctor.timeZone();
    this.zoneRules = zone.getRules();
    this.length = Duration.ofMinutes(doctor.rules().slotMinutes());
  }

  /** The slots that start on the local dates, in order; no two overlap. */
  List<Slot> slots(LocalDate from, LocalDate to) {
    List<Slot> found = new ArrayList<>();
    // A window reaches at most into the next date, and a date's slots yield only to the slots that
    // the previous date's windows have on their own, so the answer is the same for any range.
    List<Slot> before = slotsInto(from.minusDays(1));
    for (LocalDate date = from.minusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
      List<Slot> own = date.isBefore(from) ? slotsInto(from) : slotsOfWindows(date);
      for (Slot slot : own) {
        boolean asked = !slot.date().isBefore(from) && !slot.date().isAfter(to);
        if (asked && !overlapsAny(slot, before)) {
          found.add(slot);
        }
      }
      before = own;
    }
    found.sort(BY_START);
    return found;
  }

  /** Whether the windows, taken together, cover all of {@code appointment}. */
  boolean covers(TimeSlot appointment) {
    LocalDate first = LocalDate.ofInstant(appointment.startsAt(), zone).minusDays(1);
    LocalDate last = LocalDate.ofInstant(appointment.endsAt(), zone);
    List<TimeSlot> open =
        first
            .datesUntil(last.plusDays(1))
            .flatMap(this::openHours)
            .sorted(Comparator.comparing(TimeSlot::startsAt))
            .toList();
    Instant covered = appointment.startsAt();
    for (TimeSlot hours : open) {
      if (!hours.startsAt().isAfter(covered) && hours.endsAt().isAfter(covered)) {
        covered = hours.endsAt();
      }
    }
    return !covered.isBefore(appointment.endsAt());
  }

  private Stream<TimeSlot> openHours(LocalDate date) {
    return windows(date)
        .flatMap(
            window -> {
              Instant opens = firstInstantAt(date, window.startMinute());
              Instant closes = firstInstantAt(date, closingMinute(date, window));
              return opens.isBefore(closes)
                  ? Stream.of(new TimeSlot(opens, closes))
                  : Stream.empty();
            });
  }

  /** The slots of the previous date's windows, if any of them reaches into this date. */
  private List<Slot> slotsInto(LocalDate date) {
    LocalDate before = date.minusDays(1);
    boolean reaches = windows(before).anyMatch(window -> window.endMinute() > DAY);
    return reaches ? slotsOfWindows(before) : List.of();
  }

  /** The slots of one date's windows on their own, in order and without overlaps. */
  private List<Slot> slotsOfWindows(LocalDate date) {
    List<Slot> slots = new ArrayList<>();
    Instant free = Instant.MIN;
    List<Instant> starts = windows(date).flatMap(window -> starts(date, window)).sorted().toList();
    for (Instant start : starts) {
      if (!start.isBefore(free)) {
        free = start.plus(length);
        LocalDateTime from = LocalDateTime.ofInstant(start, zone);
        LocalDateTime to = LocalDateTime.ofInstant(free, zone);
        slots.add(
            new Slot(
                from.toLocalDate(),
                from.toLocalTime(),
                to.toLocalTime(),
                new TimeSlot(start, free)));
      }
    }
    return slots;
  }

  private Stream<Instant> starts(LocalDate date, Window window) {
    int slotMinutes = doctor.rules().slotMinutes();
    int step = slotMinutes + doctor.rules().bufferMinutes();
    int closing = closingMinute(date, window);
    Instant closes = firstInstantAt(date, closing);
    Stream.Builder<Instant> starts = Stream.builder();
    for (int minute = window.startMinute(); minute + slotMinutes <= closing; minute += step) {
      first(date.atStartOfDay().plusMinutes(minute))
          .filter(start -> !start.plus(length).isAfter(closes))
          .ifPresent(starts);
    }
    return starts.build();
  }

  private Stream<Window> windows(LocalDate date) {
    Optional<DayOverride> override = Optional.ofNullable(doctor.overrides().get(date));
    Stream<Window> weekly =
        timeOff(date) ? Stream.empty() : doctor.schedule().on(date.getDayOfWeek()).stream();
    return Stream.concat(weekly, override.stream().flatMap(day -> day.windows().stream()));
  }

  /** The end of the window in wall minutes of its date; midnight before a day off. */
  private int closingMinute(LocalDate date, Window window) {
    return timeOff(date.plusDays(1)) ? Math.min(window.endMinute(), DAY) : window.endMinute();
  }

  private boolean timeOff(LocalDate date) {
    DayOverride override = doctor.overrides().get(date);
    return override != null && override.timeOff();
  }

  /** The first instant at which clocks show this time; empty if they skip it. */
  Optional<Instant> first(LocalDateTime wall) {
    return zoneRules.getValidOffsets(wall).stream().findFirst().map(wall::toInstant);
  }

  /** The first instant at which clocks show this time or a later one. */
  private Instant firstInstantAt(LocalDate date, int minute) {
    LocalDateTime wall = date.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition transition = zoneRules.getTransition(wall);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : first(wall).orElseThrow(() -> new IllegalStateException("a wall time without offset"));
  }

  private static boolean overlapsAny(Slot slot, List<Slot> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      TimeSlot other = before.get(i).time();
      if (!other.endsAt().isAfter(slot.time().startsAt())) {
        return false;
      }
      if (other.overlaps(slot.time())) {
        return true;
      }
    }
    return false;
  }
}
