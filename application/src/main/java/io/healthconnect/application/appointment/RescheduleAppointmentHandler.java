package io.healthconnect.application.appointment;

import io.healthconnect.application.Retry;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.application.doctor.Booker;
import io.healthconnect.application.doctor.FreeSlots;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentTime;
import io.healthconnect.domain.appointment.Rescheduling;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;
import java.util.Optional;

final class RescheduleAppointmentHandler implements RescheduleAppointment {
  private final DoctorRepository doctors;
  private final AppointmentRepository appointments;
  private final EndWaiting waiting;
  private final AuditTrail trail;
  private final FreeSlots freeSlots;
  private final AppointmentLimits limits;
  private final Clock clock;

  RescheduleAppointmentHandler(
      AppointmentUseCases.Ports ports, FreeSlots freeSlots, AppointmentLimits limits, Clock clock) {
    this.doctors = ports.doctors();
    this.appointments = ports.appointments();
    this.waiting = new EndWaiting(ports.attendances());
    this.trail = ports.trail();
    this.freeSlots = freeSlots;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public Result<Appointment, BookingRefusal> rescheduleAppointment(Command command) {
    return Retry.onStaleVersion(() -> attempt(command), () -> Result.failure(BookingRefusal.STALE));
  }

  private Result<Appointment, BookingRefusal> attempt(Command command) {
    Optional<Appointment> found =
        appointments
            .find(command.id())
            .filter(appointment -> appointment.isParticipant(command.actor().id()));
    if (found.isEmpty()) {
      return Result.failure(BookingRefusal.NOT_FOUND);
    }
    Appointment appointment = found.get();
    DoctorListing listing =
        doctors
            .findListing(appointment.doctorId())
            .orElseThrow(() -> new MissingException("doctor"));
    boolean byPatient = command.actor().id().equals(appointment.patientId().account());
    if (byPatient && !listing.visibility().isListed()) {
      return Result.failure(BookingRefusal.OUTSIDE_SCHEDULE);
    }
    Doctor doctor = listing.doctor();
    // Whether it may be rescheduled at all is decided before the new time.
    Result<Appointment, BookingRefusal> movable =
        moved(appointment, appointment.time(), doctor, command);
    if (command.expectedVersion().filter(version -> version != appointment.version()).isPresent()) {
      return Result.failure(BookingRefusal.STALE);
    }
    return movable
        .flatMap(unmoved -> time(doctor, appointment, command))
        .flatMap(time -> moved(appointment, time, doctor, command))
        .flatMap(moved -> appointments.reschedule(moved, limits).mapFailure(BookingRefusal::of))
        .map(stored -> waiting.after(appointment, stored))
        .map(stored -> trail.shown(command.actor(), stored));
  }

  private Result<AppointmentTime, BookingRefusal> time(
      Doctor doctor, Appointment appointment, Command command) {
    boolean byDoctor = command.actor().id().equals(appointment.doctorId().account());
    return freeSlots
        .on(
            doctor,
            command.date(),
            command.date(),
            byDoctor ? Booker.DOCTOR : Booker.patient(appointment.patientId()),
            Optional.of(appointment.time().slot()))
        .slotAt(command.date(), command.startTime())
        .mapFailure(BookingRefusal::of)
        .map(slot -> AppointmentTimes.of(slot, doctor.timeZone()));
  }

  private Result<Appointment, BookingRefusal> moved(
      Appointment appointment, AppointmentTime time, Doctor doctor, Command command) {
    Rescheduling move =
        new Rescheduling(
            time, command.reason(), doctor.rules().autoConfirm(), limits.reschedulings());
    return appointment
        .reschedule(command.actor().id(), move, clock.instant())
        .mapFailure(BookingRefusal::of);
  }
}
