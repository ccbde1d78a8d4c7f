package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.WeeklySchedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A doctor changes the own profile, rules, week or single dates. Booked visits stay as they are.
 */
public interface ChangePractice {

  Result<Changed, Refusal> handle(Command command);

  /**
   * @param expectedVersion the version of the doctor that the edit is based on; empty for any
   */
  record Command(Actor actor, Edit edit, Optional<Long> expectedVersion) {}

  /** What is changed. */
  sealed interface Edit {
    /**
     * Name, profile, zone and booking rules; {@code change} must keep id, schedule and overrides.
     */
    record Profile(Optional<PersonName> name, UnaryOperator<Doctor> change) implements Edit {}

    record Week(WeeklySchedule schedule) implements Edit {}

    record OneDay(DayOverride override) implements Edit {}

    /** Back to the usual week on this date. */
    record UsualDay(LocalDate date) implements Edit {}
  }

  /**
   * @param noLongerFit the coming visits that lie outside the new schedule; they stay
   */
  record Changed(DoctorListing listing, List<Appointment> noLongerFit) {}

  enum Refusal {
    NOT_A_DOCTOR,
    /** The practice has another version than the expected one. */
    STALE
  }
}
