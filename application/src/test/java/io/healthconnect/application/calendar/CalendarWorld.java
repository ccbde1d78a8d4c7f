package io.healthconnect.application.calendar;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;

import io.healthconnect.application.Actor;
import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;

/** A doctor and a patient, and the use cases of their calendars. */
final class CalendarWorld {
  static final Actor DOCTOR = new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s1"));
  static final Actor PATIENT = new Actor(new AccountId("p1"), Role.PATIENT, new SessionId("s2"));

  final InMemoryStore store = new InMemoryStore();
  final SettableClock clock = new SettableClock(BOOKED);
  final CalendarUseCases useCases =
      CalendarUseCases.create(
          new CalendarUseCases.Ports(
              store.appointments(),
              store.accounts(),
              store.preferences(),
              store.calendarLinks(),
              new AuditTrail(store.audit(), clock)),
          new SequentialIds(),
          clock);

  CalendarWorld() {
    People.add(store.stores(), "d1", "p1");
  }

  /** Books for the two, so many minutes after Monday, nine o'clock. */
  Appointment book(String id, int minute) {
    return value(
        store
            .appointments()
            .book(Appointments.pending(id, "d1", "p1", minute), Optional.empty(), UNLIMITED));
  }

  /** The secret of a new link of the patient. */
  String link() {
    return useCases.renewLink().renewCalendarLink(PATIENT).orElseThrow().secret();
  }

  /** The appointments that the secret shows. */
  List<String> feed(String secret) {
    return useCases.readFeed().readCalendarFeed(secret).orElseThrow().entries().stream()
        .map(CalendarEntry::id)
        .map(id -> id.value())
        .toList();
  }
}
