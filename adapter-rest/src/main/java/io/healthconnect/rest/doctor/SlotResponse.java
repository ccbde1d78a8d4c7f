package io.healthconnect.rest.doctor;

import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.edge.view.WireTimes;
import java.util.List;

/** A slot: in the doctor's wall time, and as instants. */
public record SlotResponse(
    String date, String startTime, String endTime, String startsAt, String endsAt) {
  public static List<SlotResponse> of(List<Slot> slots) {
    return slots.stream().map(SlotResponse::of).toList();
  }

  private static SlotResponse of(Slot slot) {
    return new SlotResponse(
        slot.date().toString(),
        WireTimes.time(slot.startTime()),
        WireTimes.time(slot.endTime()),
        WireTimes.instant(slot.time().startsAt()),
        WireTimes.instant(slot.time().endsAt()));
  }
}
