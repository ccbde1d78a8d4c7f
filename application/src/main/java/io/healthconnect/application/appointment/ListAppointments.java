package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Room;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import java.util.Optional;
import java.util.Set;

/** Lists the actor's own appointments, ordered by start. */
public interface ListAppointments {
  /** A page may be shorter than asked for, but only the last one can be empty. */
  Page<Appointment> listAppointments(Query query, Room<Appointment> room);

  /**
   * @param with only appointments with this other person
   * @param notes false shows a doctor no notes, so that nothing of them counts as read
   */
  record Query(
      Actor actor,
      Optional<AccountId> with,
      Set<AppointmentStatus> statuses,
      AppointmentRange range,
      boolean descending,
      boolean notes,
      PageRequest page) {}
}
