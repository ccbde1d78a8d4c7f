package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A doctor's profile and practice. Name, e-mail address and avatar belong to the account; the store
 * keeps the rating.
 */
public record Doctor(
    DoctorId id,
    DoctorProfile profile,
    BookingRules rules,
    WeeklySchedule schedule,
    Map<LocalDate, DayOverride> overrides,
    long version) {
  private static final int MAX_OVERRIDES = 400;

  /** Of all overrides together, so that what is told of a doctor has a bound. */
  private static final int MAX_OVERRIDE_WINDOWS = 1_500;

  public Doctor {
    if (overrides.size() > MAX_OVERRIDES) {
      throw InvalidValueException.tooMany("overrides", MAX_OVERRIDES);
    }
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
  }

  /** A new doctor with the default booking rules. */
  public static Doctor create(DoctorId id, DoctorProfile profile, WeeklySchedule schedule) {
    return new Doctor(id, profile, BookingRules.DEFAULT, schedule, Map.of(), 1);
  }

  /** The zone of the schedule's wall times. */
  public ZoneId timeZone() {
    return profile.timeZone();
  }

  public Doctor withProfile(DoctorProfile newProfile) {
    return new Doctor(id, newProfile, rules, schedule, overrides, version);
  }

  public Doctor withRules(BookingRules newRules) {
    return new Doctor(id, profile, newRules, schedule, overrides, version);
  }

  public Doctor withSchedule(WeeklySchedule newSchedule) {
    return new Doctor(id, profile, rules, newSchedule, overrides, version);
  }

  /**
   * Sets the overrides of their dates, and drops overrides more than two days before {@code today}.
   */
  public Doctor withOverrides(Collection<DayOverride> added, LocalDate today) {
    Map<LocalDate, DayOverride> changed = new TreeMap<>(overrides);
    changed.keySet().removeIf(date -> date.isBefore(today.minusDays(2)));
    added.forEach(override -> changed.put(override.date(), override));
    if (changed.values().stream().mapToInt(each -> each.windows().size()).sum()
        > MAX_OVERRIDE_WINDOWS) {
      throw InvalidValueException.tooMany("windows", MAX_OVERRIDE_WINDOWS);
    }
    return withOverrides(changed);
  }

  public Doctor withoutOverrides(DateRange dates) {
    Map<LocalDate, DayOverride> changed = new TreeMap<>(overrides);
    changed.keySet().removeIf(dates::contains);
    return withOverrides(changed);
  }

  private Doctor withOverrides(Map<LocalDate, DayOverride> newOverrides) {
    return new Doctor(id, profile, rules, schedule, newOverrides, version);
  }

  /** What is left once the account is erased: what appointments and their times refer to. */
  public Doctor erased() {
    return new Doctor(id, profile.erased(), rules, WeeklySchedule.EMPTY, Map.of(), version);
  }

  public Doctor withVersion(long newVersion) {
    return new Doctor(id, profile, rules, schedule, overrides, newVersion);
  }
}
