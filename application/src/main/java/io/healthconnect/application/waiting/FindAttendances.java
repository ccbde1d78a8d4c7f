package io.healthconnect.application.waiting;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.waiting.Attendance;
import java.util.Collection;
import java.util.Map;

/** Finds who waits and who was there, for appointments that the reader may see. */
public interface FindAttendances {

  /** Those without an attendance are left out. */
  Map<AppointmentId, Attendance> findAttendances(Collection<AppointmentId> ids);
}
