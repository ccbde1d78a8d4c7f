package io.healthconnect.rest.doctor;

import io.healthconnect.application.view.WireTimes;
import io.healthconnect.domain.doctor.Slot;
import java.util.List;

/** A free time: in the doctor's wall time, and as instants. */
public record SlotShape(
    String date, String startTime, String endTime, String startsAt, String endsAt) {
  public static List<SlotShape> of(List<Slot> slots) {
    return slots.stream().map(SlotShape::of).toList();
  }

  private static SlotShape of(Slot slot) {
    return new SlotShape(
        slot.date().toString(),
        WireTimes.time(slot.startTime()),
        WireTimes.time(slot.endTime()),
        WireTimes.instant(slot.time().startsAt()),
        WireTimes.instant(slot.time().endsAt()));
  }
}
