package io.healthconnect.application.calendar;

import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.calendar.Calendar;
import java.util.List;
import java.util.Optional;

final class FindCalendarEntryHandler implements FindCalendarEntry {
  private final AppointmentRepository appointments;
  private final Calendars calendars;

  FindCalendarEntryHandler(AppointmentRepository appointments, Calendars calendars) {
    this.appointments = appointments;
    this.calendars = calendars;
  }

  @Override
  public Optional<Calendar> findCalendarEntry(Query query) {
    return appointments
        .find(query.id())
        .filter(appointment -> appointment.isParticipant(query.actor().id()))
        .map(appointment -> calendars.of(query.actor().id(), List.of(appointment)));
  }
}
