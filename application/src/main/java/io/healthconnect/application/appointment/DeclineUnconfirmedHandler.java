package io.healthconnect.application.appointment;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

final class DeclineUnconfirmedHandler implements DeclineUnconfirmed {
  /** The rest waits for the next run. */
  private static final int BATCH = 200;

  private final AppointmentRepository appointments;
  private final EndRinging ringing;
  private final Clock clock;

  DeclineUnconfirmedHandler(AppointmentRepository appointments, EndRinging ringing, Clock clock) {
    this.appointments = appointments;
    this.ringing = ringing;
    this.clock = clock;
  }

  @Override
  public int declineUnconfirmed() {
    Instant now = clock.instant();
    int declined = 0;
    for (AppointmentId id : appointments.unconfirmed(now, BATCH)) {
      if (decline(id, now)) {
        declined++;
      }
    }
    return declined;
  }

  private boolean decline(AppointmentId id, Instant now) {
    try {
      return appointments
          .find(id)
          .map(
              appointment ->
                  appointment
                      .declineUnconfirmed(now)
                      .fold(declined -> save(appointment, declined), no -> false))
          .orElse(false);
    } catch (StaleVersionException e) {
      // Somebody has just changed it. If it is still due, the next run finds it.
      return false;
    }
  }

  private boolean save(Appointment before, Appointment declined) {
    ringing.after(Optional.empty(), before, appointments.save(declined));
    return true;
  }
}
