package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A doctor's profile and practice. The name, e-mail and avatar are the account's; the rating is
 * kept by the store.
 *
 * @param experience years, 0 to 80
 * @param contactNumber private: never shown to patients or strangers
 * @param timeZone the zone that the schedule's wall times are in
 */
public record Doctor(
    DoctorId id,
    String specialization,
    int experience,
    String qualification,
    String about,
    Optional<String> contactNumber,
    ZoneId timeZone,
    BookingRules rules,
    WeeklySchedule schedule,
    Map<LocalDate, DayOverride> overrides,
    long version) {
  private static final int MAX_OVERRIDES = 400;

  public Doctor {
    specialization = Text.line("specialization", specialization, 80);
    if (experience < 0 || experience > 80) {
      throw new InvalidValueException("experience", "must be 0 to 80 years");
    }
    qualification = Text.optionalLine("qualification", qualification, 200);
    about = Text.block("about", about, 4000);
    if (overrides.size() > MAX_OVERRIDES) {
      throw new InvalidValueException("overrides", "must be at most " + MAX_OVERRIDES);
    }
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  public Doctor withSchedule(WeeklySchedule newSchedule) {
    return with(rules, newSchedule, overrides);
  }

  public Doctor withRules(BookingRules newRules) {
    return with(newRules, schedule, overrides);
  }

  /** Sets the override of its date; overrides of dates before {@code today} are dropped. */
  public Doctor withOverride(DayOverride override, LocalDate today) {
    Map<LocalDate, DayOverride> changed = new TreeMap<>(overrides);
    changed.keySet().removeIf(date -> date.isBefore(today.minusDays(2)));
    changed.put(override.date(), override);
    return with(rules, schedule, changed);
  }

  public Doctor withoutOverride(LocalDate date) {
    Map<LocalDate, DayOverride> changed = new TreeMap<>(overrides);
    changed.remove(date);
    return with(rules, schedule, changed);
  }

  private Doctor with(
      BookingRules newRules, WeeklySchedule newSchedule, Map<LocalDate, DayOverride> newOverrides) {
    return new Doctor(
        id,
        specialization,
        experience,
        qualification,
        about,
        contactNumber,
        timeZone,
        newRules,
        newSchedule,
        newOverrides,
        version);
  }
}
