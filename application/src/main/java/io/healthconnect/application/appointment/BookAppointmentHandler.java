package io.healthconnect.application.appointment;

import io.healthconnect.application.doctor.FreeTimes;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.doctor.Unbookable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

final class BookAppointmentHandler implements BookAppointment {
  private static final Duration KEY_LIFE = Duration.ofHours(24);

  private final DoctorRepository doctors;
  private final AppointmentRepository appointments;
  private final FreeTimes freeTimes;
  private final IdGenerator ids;
  private final Clock clock;

  BookAppointmentHandler(
      DoctorRepository doctors,
      AppointmentRepository appointments,
      FreeTimes freeTimes,
      IdGenerator ids,
      Clock clock) {
    this.doctors = doctors;
    this.appointments = appointments;
    this.freeTimes = freeTimes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<Appointment, Refusal> handle(Command command) {
    if (!command.actor().isPatient()) {
      return Result.failure(Refusal.NOT_A_PATIENT);
    }
    Optional<Doctor> found = doctors.find(command.doctor());
    if (found.isEmpty()) {
      return Result.failure(Refusal.NO_SUCH_DOCTOR);
    }
    Doctor doctor = found.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<IdempotencyKey> key =
        command
            .idempotencyKey()
            .map(value -> new IdempotencyKey(value, Fingerprint.of(command), now.plus(KEY_LIFE)));
    // A resend comes first: its slot is taken, by itself.
    Optional<Result<Appointment, Refusal>> earlier =
        key.flatMap(k -> appointments.findBooked(command.actor().asPatient(), k, now))
            .map(result -> result.mapFailure(BookAppointmentHandler::refusal));
    return earlier.orElseGet(
        () ->
            slot(doctor, command)
                .flatMap(
                    slot ->
                        appointments
                            .book(appointment(command, doctor, slot, now), key)
                            .mapFailure(BookAppointmentHandler::refusal)));
  }

  private Result<Slot, Refusal> slot(Doctor doctor, Command command) {
    return freeTimes
        .on(doctor, command.date(), command.date(), false, Optional.empty())
        .slotAt(command.date(), command.startTime())
        .mapFailure(BookAppointmentHandler::refusal);
  }

  private Appointment appointment(Command command, Doctor doctor, Slot slot, Instant now) {
    return Appointment.book(
        new AppointmentId(ids.next()),
        doctor.id(),
        command.actor().asPatient(),
        VisitTimes.of(slot, doctor.timeZone()),
        command.mode(),
        command.reason(),
        doctor.rules().autoConfirm(),
        now);
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
      case KEY_REUSED -> Refusal.KEY_REUSED;
    };
  }
}
