package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which times of a doctor can be booked, as of one instant. The list of slots and the answer for a
 * single time use the same decision, so exactly the listed slots can be booked.
 */
public final class Availability {
  private final WindowSlots windowSlots;
  private final Doctor doctor;
  private final BusyTimes busy;
  private final Instant now;
  private final Instant earliest;
  private final LocalDate today;
  private final LocalDate last;

  private Availability(
      Doctor doctor, Collection<TimeSlot> occupied, Instant now, boolean byDoctor) {
    BookingRules rules = doctor.rules();
    this.windowSlots = new WindowSlots(doctor);
    this.doctor = doctor;
    this.busy = new BusyTimes(occupied, Duration.ofMinutes(rules.bufferMinutes()));
    this.now = now;
    this.earliest = byDoctor ? now : now.plus(Duration.ofMinutes(rules.minimumNoticeMinutes()));
    this.today = LocalDate.ofInstant(now, doctor.timeZone());
    this.last = today.plusDays(rules.horizonDays());
  }

  /**
   * @param occupied the doctor's occupying appointments, in any order; including all that overlap
   *     {@link #range} of the dates to ask for
   * @param byDoctor whether the doctor books, to whom the minimum notice does not apply
   */
  public static Availability of(
      Doctor doctor, Collection<TimeSlot> occupied, Instant now, boolean byDoctor) {
    return new Availability(doctor, occupied, now, byDoctor);
  }

  /** The bookable slots whose local start date is from {@code from} to {@code to}, inclusive. */
  public List<Slot> slots(LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(today) ? today : from;
    LocalDate end = to.isAfter(last) ? last : to;
    if (first.isAfter(end)) {
      return List.of();
    }
    return windowSlots.slots(first, end).stream().filter(slot -> refusal(slot).isEmpty()).toList();
  }

  /**
   * The slot that starts at this wall time, or the first applicable reason why it cannot be booked.
   */
  public Result<Slot, Unbookable> slotAt(LocalDate date, LocalTime startTime) {
    Optional<Instant> start = windowSlots.first(date.atTime(startTime));
    if (start.isEmpty()) {
      return Result.failure(Unbookable.NONEXISTENT_LOCAL_TIME);
    }
    if (start.get().isBefore(now)) {
      return Result.failure(Unbookable.IN_THE_PAST);
    }
    if (date.isAfter(last)) {
      return Result.failure(Unbookable.OUTSIDE_SCHEDULE);
    }
    for (Slot slot : windowSlots.slots(date, date)) {
      if (slot.startTime().equals(startTime)) {
        return refusal(slot)
            .<Result<Slot, Unbookable>>map(Result::failure)
            .orElseGet(() -> Result.success(slot));
      }
    }
    return Result.failure(Unbookable.OUTSIDE_SCHEDULE);
  }

  /** The first {@code count} of {@link #slots}; computes no more dates than needed. */
  public List<Slot> next(int count, LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(today) ? today : from;
    LocalDate end = to.isAfter(last) ? last : to;
    if (first.isAfter(end)) {
      return List.of();
    }
    return first
        .datesUntil(end.plusDays(1))
        .flatMap(date -> slots(date, date).stream())
        .limit(count)
        .toList();
  }

  /** The range of time in which an appointment can conflict with a slot on these local dates. */
  public TimeSlot range(LocalDate from, LocalDate to) {
    BookingRules rules = doctor.rules();
    Instant start = withinHorizon(from).atStartOfDay(doctor.timeZone()).toInstant();
    LocalDate end = withinHorizon(to.isBefore(from) ? from : to).plusDays(1);
    return new TimeSlot(
            start,
            end.atStartOfDay(doctor.timeZone())
                .toInstant()
                .plus(Duration.ofMinutes(rules.slotMinutes())))
        .widenedBy(Duration.ofMinutes(rules.bufferMinutes()));
  }

  /**
   * Whether an appointment lies within the windows, whatever the rules say about notice or length.
   */
  public boolean fits(TimeSlot appointment) {
    return windowSlots.covers(appointment);
  }

  private Optional<Unbookable> refusal(Slot slot) {
    Instant start = slot.time().startsAt();
    if (start.isBefore(now)) {
      return Optional.of(Unbookable.IN_THE_PAST);
    }
    if (start.isBefore(earliest) || slot.date().isAfter(last)) {
      return Optional.of(Unbookable.OUTSIDE_SCHEDULE);
    }
    return busy.overlap(slot.time()) ? Optional.of(Unbookable.TAKEN) : Optional.empty();
  }

  private LocalDate withinHorizon(LocalDate date) {
    if (date.isBefore(today)) {
      return today;
    }
    return date.isAfter(last) ? last : date;
  }
}
