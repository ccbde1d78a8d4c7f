package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Text;
import java.util.Optional;

/**
 * A request to reschedule an appointment.
 *
 * @param autoConfirm whether the doctor confirms automatically
 * @param limit how often an appointment may be rescheduled
 */
public record Rescheduling(
    AppointmentTime time, Optional<String> reason, boolean autoConfirm, int limit) {
  public Rescheduling {
    reason = reason.map(text -> Text.optionalLine("reason", text, StatusChange.REASON_LENGTH));
  }
}
