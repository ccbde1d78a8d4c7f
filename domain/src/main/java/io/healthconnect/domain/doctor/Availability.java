package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;

/** STUB. */
public final class Availability {
  private Availability() {}

  public static Availability of(
      Doctor doctor, Collection<TimeSlot> occupied, Instant now, boolean byDoctor) {
    return new Availability();
  }

  public List<Slot> slots(LocalDate from, LocalDate to) {
    return List.of();
  }

  public Result<Slot, Unbookable> slotAt(LocalDate date, LocalTime startTime) {
    return Result.failure(Unbookable.TAKEN);
  }

  public TimeSlot range(LocalDate from, LocalDate to) {
    return new TimeSlot(Instant.EPOCH, Instant.MAX);
  }

  public boolean fits(TimeSlot slot) {
    return true;
  }
}
