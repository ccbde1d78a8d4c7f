package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusChangeTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  /**
   * Of the changes that an appointment can make, those that keep it open and are no confirmation.
   */
  @Test
  void aMoveKeepsTheStatusAndConfirmsNothing() {
    for (AppointmentStatus from : AppointmentStatus.values()) {
      for (AppointmentStatus to : AppointmentStatus.values()) {
        boolean confirmation =
            from == AppointmentStatus.PENDING && to == AppointmentStatus.SCHEDULED;
        assertEquals(
            from.occupies() && to.occupies() && !confirmation,
            change(Optional.of(from), to).isRescheduling(),
            from + " " + to);
      }
    }
    assertEquals(false, change(Optional.empty(), AppointmentStatus.PENDING).isRescheduling());
  }

  private static StatusChange change(Optional<AppointmentStatus> from, AppointmentStatus to) {
    return new StatusChange(from, to, Optional.empty(), NOW, Optional.empty());
  }
}
