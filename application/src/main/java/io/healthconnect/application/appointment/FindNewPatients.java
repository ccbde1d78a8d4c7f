package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import java.util.Collection;
import java.util.Map;

/**
 * Finds the requests that come from new patients. A patient is new to a doctor as long as the two
 * have no appointment that was confirmed and not cancelled: none that is scheduled, completed, or a
 * no-show. Other requests, and appointments that were declined or cancelled, do not count.
 */
public interface FindNewPatients {

  /**
   * For each pending appointment of the actor, who is its doctor, whether its patient is new. The
   * others are left out. Reads the store once, and only if there are pending ones.
   */
  Map<AppointmentId, Boolean> findNewPatients(Actor actor, Collection<Appointment> appointments);
}
