package io.healthconnect.application.appointment;

import io.healthconnect.application.Room;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
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
  public Page<Appointment> listAppointments(Query query, Room<Appointment> room) {
    return trail.shown(
        query.actor(), Room.fit(query.page(), request -> visible(query, request), room));
  }

  private Page<Appointment> visible(Query query, PageRequest request) {
    Page<Appointment> page = page(query, request);
    // The store knows instants only, so that it also lists up to a day before and after the dates.
    while (page.items().isEmpty() && page.next().isPresent()) {
      page = page(query, new PageRequest(request.limit(), page.next()));
    }
    AccountId reader = query.actor().id();
    return page.map(each -> query.notes() ? each.visibleTo(reader) : each.announcedTo(reader));
  }

  private Page<Appointment> page(Query query, PageRequest request) {
    AppointmentQuery own =
        new AppointmentQuery(
            query.actor().id(),
            query.with(),
            query.statuses(),
            query.range().earliest(),
            query.range().end(),
            query.descending(),
            request);
    Page<Appointment> page = appointments.list(own);
    return new Page<>(page.items().stream().filter(query.range()::hasDayOf).toList(), page.next());
  }
}
