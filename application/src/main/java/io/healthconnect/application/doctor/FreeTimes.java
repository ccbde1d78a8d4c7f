package io.healthconnect.application.doctor;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.Availability;
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
import java.util.stream.Stream;

/**
 * Brings a doctor's schedule and the store's visits together; booking and slot list both ask here.
 */
public final class FreeTimes {
  /** How far each step of a search for the next free time looks. */
  private static final int STEP_DAYS = 14;

  private final AppointmentRepository appointments;
  private final Clock clock;

  public FreeTimes(AppointmentRepository appointments, Clock clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  /**
   * What can be booked on the dates.
   *
   * @param byDoctor whether the doctor asks, to whom the minimum notice does not apply
   * @param except a visit that is being moved, whose own time counts as free
   */
  public Availability on(
      Doctor doctor,
      LocalDate from,
      LocalDate to,
      boolean byDoctor,
      Optional<AppointmentId> except) {
    Instant now = clock.instant();
    TimeSlot range = Availability.of(doctor, List.of(), now, byDoctor).range(from, to);
    Stream<Appointment> visits = appointments.occupying(doctor.id(), range).stream();
    List<TimeSlot> occupied =
        visits
            .filter(visit -> !Optional.of(visit.id()).equals(except))
            .map(visit -> visit.time().slot())
            .toList();
    return Availability.of(doctor, occupied, now, byDoctor);
  }

  /** The first free slots of each doctor from now on, within the doctor's horizon. */
  Map<DoctorId, List<Slot>> next(Collection<Doctor> doctors, int count) {
    Instant now = clock.instant();
    Map<DoctorId, List<Slot>> found = new HashMap<>();
    for (int day = 0; ; day += STEP_DAYS) {
      int skipped = day;
      List<Span> open =
          doctors.stream()
              .filter(doctor -> found.getOrDefault(doctor.id(), List.of()).size() < count)
              .map(doctor -> Span.after(doctor, now, skipped))
              .flatMap(Optional::stream)
              .toList();
      if (open.isEmpty()) {
        return found;
      }
      Map<DoctorId, List<TimeSlot>> occupied = occupied(open, now);
      for (Span span : open) {
        List<Slot> slots = found.computeIfAbsent(span.doctor().id(), id -> new ArrayList<>());
        slots.addAll(span.free(count - slots.size(), occupied, now));
      }
    }
  }

  /** Those who have a free slot on the date, in their own zones. */
  Set<DoctorId> freeOn(Collection<Doctor> doctors, LocalDate date) {
    Instant now = clock.instant();
    List<Span> spans = doctors.stream().map(doctor -> new Span(doctor, date, date)).toList();
    Map<DoctorId, List<TimeSlot>> occupied = occupied(spans, now);
    return spans.stream()
        .filter(span -> !span.free(1, occupied, now).isEmpty())
        .map(span -> span.doctor().id())
        .collect(Collectors.toSet());
  }

  /** One question to the store for all; what it answers beyond a doctor's own span does no harm. */
  private Map<DoctorId, List<TimeSlot>> occupied(List<Span> spans, Instant now) {
    if (spans.isEmpty()) {
      return Map.of();
    }
    List<TimeSlot> ranges = spans.stream().map(span -> span.range(now)).toList();
    TimeSlot all =
        new TimeSlot(
            Collections.min(ranges.stream().map(TimeSlot::startsAt).toList()),
            Collections.max(ranges.stream().map(TimeSlot::endsAt).toList()));
    return appointments.occupied(spans.stream().map(span -> span.doctor().id()).toList(), all);
  }

  /** Dates of a doctor, both included. */
  private record Span(Doctor doctor, LocalDate from, LocalDate to) {

    /** The next days after some that were looked at; empty beyond the horizon. */
    static Optional<Span> after(Doctor doctor, Instant now, int skipped) {
      LocalDate today = LocalDate.ofInstant(now, doctor.timeZone());
      int horizon = doctor.rules().horizonDays();
      return skipped > horizon
          ? Optional.empty()
          : Optional.of(
              new Span(
                  doctor,
                  today.plusDays(skipped),
                  today.plusDays(Math.min(horizon, skipped + STEP_DAYS - 1))));
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
