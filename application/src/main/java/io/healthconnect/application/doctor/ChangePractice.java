package io.healthconnect.application.doctor;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.doctor.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Changes the actor's profile, booking rules, weekly schedule or single dates. Appointments that
 * are already booked stay as they are.
 */
public interface ChangePractice {

  Result<Changed, Refusal> changePractice(Command command);

  /**
   * @param expectedVersion the version of the doctor that the edit is based on; empty to accept any
   */
  record Command(Actor actor, Edit edit, Optional<Long> expectedVersion) {}

  /** A change of the practice. */
  sealed interface Edit {
    /**
     * The doctor after this edit.
     *
     * @param today the date in the doctor's zone
     * @throws io.healthconnect.domain.InvalidValueException if a new value breaks a rule
     */
    Doctor applyTo(Doctor doctor, LocalDate today);

    /** The account's new name, which is stored in the same step as the edit. */
    default Optional<PersonName> name() {
      return Optional.empty();
    }

    /** Name, profile, time zone and booking rules. */
    record Profile(
        @Override Optional<PersonName> name,
        DoctorProfile.Change profile,
        BookingRules.Change rules)
        implements Edit {
      @Override
      public Doctor applyTo(Doctor doctor, LocalDate today) {
        return doctor
            .withProfile(profile.applyTo(doctor.profile()))
            .withRules(rules.applyTo(doctor.rules()));
      }
    }

    /** The whole weekly schedule. */
    record Week(WeeklySchedule schedule) implements Edit {
      @Override
      public Doctor applyTo(Doctor doctor, LocalDate today) {
        return doctor.withSchedule(schedule);
      }
    }

    /** The overrides of some dates. */
    record SpecialDates(List<DayOverride> overrides) implements Edit {
      private static final int MAX_DAYS = 366;

      public SpecialDates {
        overrides = List.copyOf(overrides);
      }

      /** The same override of each date in a range of at most 366 days. */
      public static SpecialDates each(DateRange dates, boolean timeOff, List<Window> windows) {
        return new SpecialDates(
            dates
                .atMost(MAX_DAYS)
                .dates()
                .map(date -> new DayOverride(date, timeOff, windows))
                .toList());
      }

      @Override
      public Doctor applyTo(Doctor doctor, LocalDate today) {
        return doctor.withOverrides(overrides, today);
      }
    }

    /** Removes the overrides in a range of dates. */
    record UsualDates(DateRange dates) implements Edit {
      @Override
      public Doctor applyTo(Doctor doctor, LocalDate today) {
        return doctor.withoutOverrides(dates);
      }
    }
  }

  /**
   * @param noLongerFit the first 20 future appointments outside the new schedule, which stay booked
   * @param noLongerFitCount how many there are in total
   */
  record Changed(DoctorListing listing, List<Appointment> noLongerFit, int noLongerFitCount) {}

  enum Refusal {
    NOT_A_DOCTOR,
    /** The practice has another version than the expected one. */
    STALE
  }
}
