package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.UsualConfirmation;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

final class FindAppointmentHandler implements FindAppointment {
  private final AppointmentRepository appointments;
  private final AuditTrail trail;

  FindAppointmentHandler(AppointmentRepository appointments, AuditTrail trail) {
    this.appointments = appointments;
    this.trail = trail;
  }

  @Override
  public Optional<Found> findAppointment(Query query) {
    return appointments
        .find(query.id())
        .filter(appointment -> appointment.isParticipant(query.actor().id()))
        .map(appointment -> found(query.actor(), trail.shown(query.actor(), appointment)));
  }

  private Found found(Actor actor, Appointment appointment) {
    boolean waits = actor.isPatient() && appointment.status() == AppointmentStatus.PENDING;
    return new Found(
        appointment,
        appointments.history(appointment.id(), MAX_HISTORY),
        waits ? usualConfirmation(appointment.doctorId()) : Optional.empty());
  }

  private Optional<Duration> usualConfirmation(DoctorId doctor) {
    AppointmentQuery latest =
        new AppointmentQuery(
            doctor.account(),
            Optional.empty(),
            Set.of(AppointmentStatus.SCHEDULED, AppointmentStatus.COMPLETED),
            Optional.empty(),
            Optional.empty(),
            true,
            new PageRequest(UsualConfirmation.MOST, Optional.empty()));
    return UsualConfirmation.of(appointments.list(latest).items());
  }
}
