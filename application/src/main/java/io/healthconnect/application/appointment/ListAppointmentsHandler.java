package io.healthconnect.application.appointment;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;

final class ListAppointmentsHandler implements ListAppointments {
  private final AppointmentRepository appointments;
  private final AuditTrail trail;

  ListAppointmentsHandler(AppointmentRepository appointments, AuditTrail trail) {
    this.appointments = appointments;
    this.trail = trail;
  }

  @Override
  public Page<Appointment> listAppointments(Query query) {
    AppointmentQuery own =
        new AppointmentQuery(
            query.actor().id(),
            query.with(),
            query.statuses(),
            query.from(),
            query.to(),
            query.descending(),
            query.page());
    return trail.shown(query.actor(), appointments.list(own));
  }
}
