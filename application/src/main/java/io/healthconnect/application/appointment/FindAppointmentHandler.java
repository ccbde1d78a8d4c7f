package io.healthconnect.application.appointment;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.util.Optional;

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
        .map(appointment -> found(trail.shown(query.actor(), appointment)));
  }

  private Found found(Appointment appointment) {
    return new Found(appointment, appointments.history(appointment.id(), MAX_HISTORY));
  }
}
