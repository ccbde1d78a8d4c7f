package io.healthconnect.application.doctor;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.doctor.Availability;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Slot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Combines doctors' schedules with their stored appointments and with holds. Booking and the list
 * of slots both use this class, so that they agree.
 */
public final class FreeSlots {
  /** How many days a search for the next free time looks at first, before all others. */
  private static final int FIRST_DAYS = 14;

  private final AppointmentRepository appointments;
  private final HoldRepository holds;
  private final Clock clock;

  public FreeSlots(AppointmentRepository appointments, HoldRepository holds, Clock clock) {
    this.appointments = appointments;
    this.holds = holds;
    this.clock = clock;
  }

  /**
   * What can be booked on the dates.
   *
   * @param booker for whom
   * @param except the time of an appointment that is being rescheduled, which counts as free
   */
  public Availability on(
      Doctor doctor, LocalDate from, LocalDate to, Booker booker, Optional<TimeSlot> except) {
    Instant now = clock.instant();
    TimeSlot range = Availability.of(doctor, List.of(), now, booker.isDoctor()).range(from, to);
    List<TimeSlot> occupied =
        occupied(List.of(doctor.id()), range, booker, now)
            .getOrDefault(doctor.id(), List.of())
            .stream()
            .filter(time -> !Optional.of(time).equals(except))
            .toList();
    return Availability.of(doctor, occupied, now, booker.isDoctor());
  }

  /** The first free slots of each doctor from now on, within the doctor's horizon. */
  Map<DoctorId, List<Slot>> next(Collection<Doctor> doctors, int count) {
    return next(doctors, count, Booker.ANYBODY);
  }

  /** The first of those, if there is one; what patients hold counts as free. */
  Map<DoctorId, Slot> nextWithoutHolds(Collection<Doctor> doctors) {
    Map<DoctorId, Slot> first = new HashMap<>();
    next(doctors, 1, Booker.DOCTOR)
        .forEach(
            (doctor, slots) ->
                slots.stream().findFirst().ifPresent(slot -> first.put(doctor, slot)));
    return first;
  }

  private Map<DoctorId, List<Slot>> next(Collection<Doctor> doctors, int count, Booker booker) {
    Instant now = clock.instant();
    Map<DoctorId, List<Slot>> found = new HashMap<>();
    List<DoctorDates> first =
        doctors.stream().map(doctor -> DoctorDates.first(doctor, now)).toList();
    add(found, first, count, booker, now);
    List<DoctorDates> rest =
        doctors.stream()
            .filter(doctor -> found.getOrDefault(doctor.id(), List.of()).size() < count)
            .flatMap(doctor -> DoctorDates.rest(doctor, now).stream())
            .toList();
    add(found, rest, count, booker, now);
    return found;
  }

  private void add(
      Map<DoctorId, List<Slot>> found,
      List<DoctorDates> ranges,
      int count,
      Booker booker,
      Instant now) {
    Map<DoctorId, List<TimeSlot>> occupied = occupied(ranges, booker, now);
    for (DoctorDates range : ranges) {
      List<Slot> slots = found.computeIfAbsent(range.doctor().id(), id -> new ArrayList<>());
      slots.addAll(range.free(count - slots.size(), occupied, now));
    }
  }

  /** The doctors who have a free slot on one of the dates, each in their own zone. */
  Set<DoctorId> freeOn(Collection<Doctor> doctors, DateRange dates) {
    Instant now = clock.instant();
    List<DoctorDates> ranges =
        doctors.stream().map(doctor -> new DoctorDates(doctor, dates.from(), dates.to())).toList();
    Map<DoctorId, List<TimeSlot>> occupied = occupied(ranges, Booker.ANYBODY, now);
    return ranges.stream()
        .filter(range -> !range.free(1, occupied, now).isEmpty())
        .map(range -> range.doctor().id())
        .collect(Collectors.toSet());
  }

  /**
   * Reads the occupied times together for all doctors; times outside a doctor's own dates do no
   * harm.
   */
  private Map<DoctorId, List<TimeSlot>> occupied(
      List<DoctorDates> ranges, Booker booker, Instant now) {
    if (ranges.isEmpty()) {
      return Map.of();
    }
    List<TimeSlot> times = ranges.stream().map(range -> range.range(now)).toList();
    TimeSlot all =
        new TimeSlot(
            Collections.min(times.stream().map(TimeSlot::startsAt).toList()),
            Collections.max(times.stream().map(TimeSlot::endsAt).toList()));
    return occupied(ranges.stream().map(range -> range.doctor().id()).toList(), all, booker, now);
  }

  /** What appointments occupy, and what others hold. */
  private Map<DoctorId, List<TimeSlot>> occupied(
      List<DoctorId> doctors, TimeSlot range, Booker booker, Instant now) {
    Map<DoctorId, List<TimeSlot>> occupied = new HashMap<>();
    appointments
        .occupied(doctors, range)
        .forEach((doctor, times) -> occupied.put(doctor, new ArrayList<>(times)));
    for (Hold hold : booker.isDoctor() ? List.<Hold>of() : holds.held(doctors, range, now)) {
      if (booker.isBarredBy(hold)) {
        occupied.computeIfAbsent(hold.doctor(), id -> new ArrayList<>()).add(hold.time());
      }
    }
    return occupied;
  }

  /** Consecutive dates of a doctor, both ends included. */
  private record DoctorDates(Doctor doctor, LocalDate from, LocalDate to) {

    /** The days that a search examines first. */
    static DoctorDates first(Doctor doctor, Instant now) {
      LocalDate today = LocalDate.ofInstant(now, doctor.timeZone());
      int last = Math.min(doctor.rules().horizonDays(), FIRST_DAYS - 1);
      return new DoctorDates(doctor, today, today.plusDays(last));
    }

    /** The days after those, up to the doctor's horizon, if any. */
    static Optional<DoctorDates> rest(Doctor doctor, Instant now) {
      LocalDate today = LocalDate.ofInstant(now, doctor.timeZone());
      int horizon = doctor.rules().horizonDays();
      return horizon < FIRST_DAYS
          ? Optional.empty()
          : Optional.of(
              new DoctorDates(doctor, today.plusDays(FIRST_DAYS), today.plusDays(horizon)));
    }

    TimeSlot range(Instant now) {
      return Availability.of(doctor, List.of(), now, false).range(from, to);
    }

    List<Slot> free(int count, Map<DoctorId, List<TimeSlot>> occupied, Instant now) {
      List<TimeSlot> own = occupied.getOrDefault(doctor.id(), List.of());
      return Availability.of(doctor, own, now, false).next(count, from, to);
    }
  }
}
