package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The actor's own visits, ordered by start. */
public interface ListAppointments {
  Page<Appointment> handle(Query query);

  record Query(
      Actor actor,
      Set<AppointmentStatus> statuses,
      Optional<Instant> from,
      Optional<Instant> to,
      boolean descending,
      PageRequest page) {}
}
