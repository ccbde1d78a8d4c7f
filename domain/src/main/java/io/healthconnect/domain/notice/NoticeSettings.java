package io.healthconnect.domain.notice;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.Role;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a person wants to be told.
 *
 * @param kinds has an entry for each kind; those that are not given go everywhere
 * @param reminderMinutes how long before a confirmed appointment its reminders are due, the longest
 *     first: at most {@value #MOST_REMINDERS}, each from {@value #SHORTEST} minutes to {@value
 *     #LONGEST} (four weeks)
 */
public record NoticeSettings(Map<NoticeKind, NoticeChannels> kinds, List<Integer> reminderMinutes) {
  public static final int MOST_REMINDERS = 5;
  public static final int SHORTEST = 5;
  public static final int LONGEST = 40_320;

  private static final List<Integer> A_DAY_AND_AN_HOUR = List.of(1_440, 60);

  public NoticeSettings {
    Map<NoticeKind, NoticeChannels> complete = new EnumMap<>(NoticeKind.class);
    for (NoticeKind kind : NoticeKind.values()) {
      complete.put(kind, kinds.getOrDefault(kind, NoticeChannels.ALL));
    }
    kinds = Collections.unmodifiableMap(complete);
    reminderMinutes = checked(reminderMinutes);
  }

  private static List<Integer> checked(List<Integer> minutes) {
    String field = "reminderMinutes";
    if (minutes.size() > MOST_REMINDERS) {
      throw new InvalidValueException(
          field,
          "must have at most " + MOST_REMINDERS + " entries",
          Code.TOO_LONG,
          Map.of("max", (long) MOST_REMINDERS));
    }
    if (minutes.stream().anyMatch(each -> each < SHORTEST || each > LONGEST)) {
      throw new InvalidValueException(
          field,
          "must be from " + SHORTEST + " to " + LONGEST,
          Code.OUT_OF_RANGE,
          Map.of("min", (long) SHORTEST, "max", (long) LONGEST));
    }
    if (minutes.stream().distinct().count() < minutes.size()) {
      throw new InvalidValueException(field, "must differ", Code.DUPLICATE);
    }
    return minutes.stream().sorted(Comparator.reverseOrder()).toList();
  }

  /**
   * What holds for somebody who has not chosen: everything is sent everywhere, and patients are
   * reminded a day and an hour before. Doctors, who see their day on a page, are not.
   */
  public static NoticeSettings initial(Role role) {
    return new NoticeSettings(Map.of(), role == Role.PATIENT ? A_DAY_AND_AN_HOUR : List.of());
  }

  /** These settings with other times, and other channels for some kinds. */
  public NoticeSettings with(Map<NoticeKind, NoticeChannels> changed, List<Integer> minutes) {
    Map<NoticeKind, NoticeChannels> all = new EnumMap<>(kinds);
    all.putAll(changed);
    return new NoticeSettings(all, minutes);
  }

  /** These settings without mails of a kind. */
  public NoticeSettings withoutMails(NoticeKind kind) {
    return with(Map.of(kind, new NoticeChannels(false, channels(kind).push())), reminderMinutes);
  }

  public NoticeChannels channels(NoticeKind kind) {
    return kinds.getOrDefault(kind, NoticeChannels.ALL);
  }
}
