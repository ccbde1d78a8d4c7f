package io.healthconnect.application.appointment;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;

final class ListAppointmentsHandler implements ListAppointments {
  private final AppointmentRepository appointments;

  ListAppointmentsHandler(AppointmentRepository appointments) {
    this.appointments = appointments;
  }

  @Override
  public Page<Appointment> handle(Query query) {
    AppointmentQuery own =
        new AppointmentQuery(
            query.actor().id(),
            query.with(),
            query.statuses(),
            query.from(),
            query.to(),
            query.descending(),
            query.page());
    return appointments.list(own).map(visit -> visit.visibleTo(query.actor().id()));
  }
}
