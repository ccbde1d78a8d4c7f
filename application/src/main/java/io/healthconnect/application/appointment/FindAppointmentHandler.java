package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.util.Optional;

final class FindAppointmentHandler implements FindAppointment {
  private final AppointmentRepository appointments;

  FindAppointmentHandler(AppointmentRepository appointments) {
    this.appointments = appointments;
  }

  @Override
  public Optional<Appointment> handle(Query query) {
    return appointments
        .find(query.id())
        .filter(visit -> visit.isParticipant(query.actor().id()))
        .map(visit -> visit.visibleTo(query.actor().id()));
  }
}
