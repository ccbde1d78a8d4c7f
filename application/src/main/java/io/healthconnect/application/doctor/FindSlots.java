package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Slot;
import io.healthconnect.domain.patient.PatientId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Finds a doctor's free slots. Anybody may ask. Empty if the directory shows no such doctor. */
public interface FindSlots {

  Optional<Slots> findSlots(Query query);

  /** The first {@code count} free slots from now on, within the horizon. */
  List<Slot> next(DoctorId doctor, int count);

  /**
   * @param from the first date, in the doctor's zone
   * @param to the last date; at most 62 days in all
   * @param patient who asks, if a patient does: a slot that this one holds is shown, those of
   *     others are not
   * @param most slots that are wanted at once; days are never divided, and the first one is whole
   */
  record Query(
      DoctorId doctor, LocalDate from, LocalDate to, Optional<PatientId> patient, int most) {
    private static final int MAX_DAYS = 62;

    /** All of them, for anybody. */
    public Query(DoctorId doctor, LocalDate from, LocalDate to) {
      this(doctor, from, to, Optional.empty(), Integer.MAX_VALUE);
    }

    public Query {
      new DateRange(from, to).atMost(MAX_DAYS);
    }
  }

  /**
   * @param next the day from which to ask for the rest; empty when this is all
   */
  record Slots(ZoneId timeZone, List<Slot> slots, Optional<LocalDate> next) {}
}
