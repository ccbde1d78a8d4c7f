package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Retry;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.time.Clock;
import java.util.Optional;

final class ChangeAppointmentHandler implements ChangeAppointment {
  private final AppointmentRepository appointments;
  private final EndWaiting waiting;
  private final EndRinging ringing;
  private final AuditTrail trail;
  private final AppointmentLimits limits;
  private final Clock clock;

  ChangeAppointmentHandler(
      AppointmentUseCases.Ports ports, EndRinging ringing, AppointmentLimits limits, Clock clock) {
    this.appointments = ports.appointments();
    this.waiting = new EndWaiting(ports.attendances());
    this.ringing = ringing;
    this.trail = ports.trail();
    this.limits = limits;
    this.clock = clock;
  }

  /** Retries after a concurrent change, and then decides again what is allowed. */
  @Override
  public Result<Appointment, Refusal> changeAppointment(Command command) {
    return Retry.onStaleVersion(() -> attempt(command), () -> Result.failure(Refusal.STALE));
  }

  private Result<Appointment, Refusal> attempt(Command command) {
    Actor actor = command.actor();
    Optional<Appointment> found =
        appointments
            .find(command.id())
            .filter(appointment -> appointment.isParticipant(actor.id()));
    if (found.isEmpty()) {
      return Result.failure(Refusal.NOT_FOUND);
    }
    Appointment appointment = found.get();
    if (!command.intent().isOf(participant(actor, appointment))) {
      return Result.failure(Refusal.WRONG_ROLE);
    }
    // Before the version: text that breaks its rules is wrong for every version.
    var applied =
        command
            .intent()
            .applyTo(appointment, new Circumstances(actor.id(), clock.instant(), limits));
    if (command.expectedVersion().filter(version -> version != appointment.version()).isPresent()) {
      return Result.failure(Refusal.STALE);
    }
    return applied
        .mapFailure(Refusal::of)
        .map(changed -> trail.shown(actor, store(actor, appointment, changed)));
  }

  private static Participant participant(Actor actor, Appointment appointment) {
    return actor.id().equals(appointment.doctorId().account())
        ? Participant.DOCTOR
        : Participant.PATIENT;
  }

  private Appointment store(Actor actor, Appointment before, Appointment after) {
    if (after.equals(before)) {
      return before;
    }
    return before.review().isEmpty() && after.review().isPresent()
        ? appointments.addReview(after)
        : ringing.after(
            Optional.of(actor.id()), before, waiting.after(before, appointments.save(after)));
  }
}
