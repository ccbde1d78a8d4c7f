package io.healthconnect.application.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Slot;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A doctor's free slots; anybody may ask. Empty when there is no such doctor. */
public interface FindSlots {

  Optional<Slots> handle(Query query);

  /** The first free slots from now on, at most {@code count} of them, within the horizon. */
  List<Slot> next(DoctorId doctor, int count);

  /**
   * @param from the first date, in the doctor's zone
   * @param to the last date; at most 62 days in all
   */
  record Query(DoctorId doctor, LocalDate from, LocalDate to) {
    private static final int MAX_DAYS = 62;

    public Query {
      if (to.isBefore(from)) {
        throw new InvalidValueException("to", "must not be before from");
      }
      if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
        throw new InvalidValueException("to", "must be at most " + MAX_DAYS + " days from from");
      }
    }
  }

  record Slots(ZoneId timeZone, List<Slot> slots) {}
}
