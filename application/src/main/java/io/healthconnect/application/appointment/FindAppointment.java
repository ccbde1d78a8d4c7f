package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import java.util.Optional;

/** One visit, as its participant may see it; empty for everybody else. */
public interface FindAppointment {
  Optional<Appointment> handle(Query query);

  record Query(Actor actor, AppointmentId id) {}
}
