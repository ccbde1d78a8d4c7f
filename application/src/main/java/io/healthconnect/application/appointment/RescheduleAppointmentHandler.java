package io.healthconnect.application.appointment;

import io.healthconnect.application.doctor.FreeTimes;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.Unbookable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

final class RescheduleAppointmentHandler implements RescheduleAppointment {
  private static final int TRIES = 20;

  private final DoctorRepository doctors;
  private final AppointmentRepository appointments;
  private final FreeTimes freeTimes;
  private final Clock clock;

  RescheduleAppointmentHandler(
      DoctorRepository doctors,
      AppointmentRepository appointments,
      FreeTimes freeTimes,
      Clock clock) {
    this.doctors = doctors;
    this.appointments = appointments;
    this.freeTimes = freeTimes;
    this.clock = clock;
  }

  @Override
  public Result<Appointment, Refusal> handle(Command command) {
    for (int left = TRIES; ; left--) {
      try {
        return attempt(command);
      } catch (StaleVersionException e) {
        if (left <= 1) {
          return Result.failure(Refusal.STALE);
        }
      }
    }
  }

  private Result<Appointment, Refusal> attempt(Command command) {
    Optional<Appointment> found =
        appointments.find(command.id()).filter(v -> v.isParticipant(command.actor().id()));
    if (found.isEmpty()) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    Appointment visit = found.get();
    if (command.expectedVersion().filter(version -> version != visit.version()).isPresent()) {
      return Result.failure(Refusal.STALE);
    }
    if (!visit.status().occupies()) {
      return Result.failure(Refusal.ILLEGAL_TRANSITION);
    }
    Doctor doctor = doctors.find(visit.doctorId()).orElseThrow();
    return slot(doctor, visit, command)
        .flatMap(slot -> moved(visit, doctor, slot, command))
        .flatMap(
            moved -> appointments.move(moved).mapFailure(RescheduleAppointmentHandler::refusal))
        .map(stored -> stored.visibleTo(command.actor().id()));
  }

  private Result<Slot, Refusal> slot(Doctor doctor, Appointment visit, Command command) {
    boolean byDoctor = command.actor().id().equals(visit.doctorId().account());
    return freeTimes
        .on(doctor, command.date(), command.date(), byDoctor, Optional.of(visit.id()))
        .slotAt(command.date(), command.startTime())
        .mapFailure(RescheduleAppointmentHandler::refusal);
  }

  private Result<Appointment, Refusal> moved(
      Appointment visit, Doctor doctor, Slot slot, Command command) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return visit
        .reschedule(
            command.actor().id(),
            VisitTimes.of(slot, doctor.timeZone()),
            command.reason(),
            doctor.rules().autoConfirm(),
            now)
        .mapFailure(refusal -> Refusal.ILLEGAL_TRANSITION);
  }

  private static Refusal refusal(Unbookable unbookable) {
    return switch (unbookable) {
      case NONEXISTENT_LOCAL_TIME -> Refusal.NONEXISTENT_LOCAL_TIME;
      case IN_THE_PAST -> Refusal.IN_THE_PAST;
      case OUTSIDE_SCHEDULE -> Refusal.OUTSIDE_SCHEDULE;
      case TAKEN -> Refusal.SLOT_TAKEN;
    };
  }

  private static Refusal refusal(AppointmentRepository.Conflict conflict) {
    return switch (conflict) {
      case DOCTOR_BUSY -> Refusal.SLOT_TAKEN;
      case PATIENT_BUSY -> Refusal.PATIENT_BUSY;
      case KEY_REUSED -> throw new IllegalStateException("a move has no key");
    };
  }
}
