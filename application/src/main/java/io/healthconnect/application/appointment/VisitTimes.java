package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.VisitTime;
import io.healthconnect.domain.doctor.Slot;
import java.time.ZoneId;

/** Turns a free slot into the time of a visit. */
final class VisitTimes {
  private VisitTimes() {}

  static VisitTime of(Slot slot, ZoneId zone) {
    return new VisitTime(slot.date(), slot.startTime(), slot.endTime(), zone, slot.time());
  }
}
