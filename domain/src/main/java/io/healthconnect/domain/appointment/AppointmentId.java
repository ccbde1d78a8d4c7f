package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Identifiers;

/** Identifies an appointment; it stays the same when the appointment is rescheduled. */
public record AppointmentId(String value) {
  public AppointmentId {
    Identifiers.check("id", value);
  }
}
