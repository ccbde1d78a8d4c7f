package io.healthconnect.notify.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * Describes zones, so that a calendar computes the instants that this server computes, whatever it
 * knows of zones itself. There are two forms that programs read alike: an offset that never
 * changes, and changes that come every year.
 */
final class ZoneComponents {
  /** Where an offset that never changes begins. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

  private ZoneComponents() {}

  /**
   * The zone, as it is from one instant to the other; empty if it changes in a way that has neither
   * form.
   */
  static Optional<VTimezone> of(ZoneId zone, Instant from, Instant to) {
    ZoneRules rules = zone.getRules();
    VTimezone component = new VTimezone(zone.getId());
    if (rules.getTransitionRules().isEmpty()) {
      ZoneOffsetTransition next = rules.nextTransition(from);
      ZoneOffset offset = rules.getOffset(from);
      component.addStandardTime(observance(new StandardTime(), EPOCH, offset, offset));
      return next == null || next.getInstant().isAfter(to)
          ? Optional.of(component)
          : Optional.empty();
    }
    Instant regular = lastSingle(rules);
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition first = lastBefore(rule, from);
      Optional<YearlyChange> change = YearlyChange.of(rule, first.getDateTimeBefore());
      if (change.isEmpty() || first.getInstant().isBefore(regular)) {
        return Optional.empty();
      }
      add(component, rules, first, change.get());
    }
    return Optional.of(component);
  }

  /** The last change that came once. */
  private static Instant lastSingle(ZoneRules rules) {
    List<ZoneOffsetTransition> single = rules.getTransitions();
    return single.isEmpty() ? Instant.MIN : single.get(single.size() - 1).getInstant();
  }

  private static ZoneOffsetTransition lastBefore(ZoneOffsetTransitionRule rule, Instant from) {
    int year = from.atOffset(ZoneOffset.UTC).getYear();
    ZoneOffsetTransition change = rule.createTransition(year);
    return change.getInstant().isAfter(from) ? rule.createTransition(year - 1) : change;
  }

  private static void add(
      VTimezone zone, ZoneRules rules, ZoneOffsetTransition first, YearlyChange change) {
    LocalDateTime at = first.getDateTimeBefore();
    ZoneOffset from = first.getOffsetBefore();
    ZoneOffset to = first.getOffsetAfter();
    if (rules.isDaylightSavings(first.getInstant())) {
      DaylightSavingsTime summer = observance(new DaylightSavingsTime(), at, from, to);
      summer.setRecurrenceRule(change.recurrence());
      zone.addDaylightSavingsTime(summer);
    } else {
      StandardTime winter = observance(new StandardTime(), at, from, to);
      winter.setRecurrenceRule(change.recurrence());
      zone.addStandardTime(winter);
    }
  }

  private static <T extends Observance> T observance(
      T observance, LocalDateTime at, ZoneOffset from, ZoneOffset to) {
    observance.setDateStart(
        new DateTimeComponents(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            false));
    observance.setTimezoneOffsetFrom(offset(from));
    observance.setTimezoneOffsetTo(offset(to));
    return observance;
  }

  private static UtcOffset offset(ZoneOffset offset) {
    return new UtcOffset(Duration.ofSeconds(offset.getTotalSeconds()).toMillis());
  }
}
