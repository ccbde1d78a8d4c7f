package io.healthconnect.application.doctor;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.Availability;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.Slot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** The first free slots from now on, within the doctor's horizon. */
  public List<Slot> next(Doctor doctor, int count) {
    List<Slot> found = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(clock.instant(), doctor.timeZone());
    LocalDate last = today.plusDays(doctor.rules().horizonDays());
    for (LocalDate from = today;
        found.size() < count && !from.isAfter(last);
        from = from.plusDays(STEP_DAYS)) {
      LocalDate end = from.plusDays(STEP_DAYS - 1);
      LocalDate to = end.isAfter(last) ? last : end;
      on(doctor, from, to, false, Optional.empty()).slots(from, to).stream()
          .limit(count - (long) found.size())
          .forEach(found::add);
    }
    return found;
  }
}
