package io.healthconnect.benchmarks.growth;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * An appointment of the doctor, who sees eight patients a day. A few are still to come, half of
 * them unconfirmed, however many there have been. A hundred are enough for a full page of each
 * status and for days before and after the one that is asked for, so that all stores give equally
 * long answers.
 *
 * @param now when the store is filled
 * @param patients how many there are
 */
record Visit(long number, long now, long patients) {
  private static final int PENDING = 12;
  private static final int TO_COME = 24;
  private static final int A_DAY = 8;
  private static final long HALF_HOUR = 1_800_000;
  private static final long DAY = 48 * HALF_HOUR;
  private static final long WEEK = 7 * DAY;
  private static final long MORNING = 16 * HALF_HOUR;

  /** From the middle on there are full pages of each status. */
  static long middle(long count) {
    return Math.max(50, count / 2);
  }

  String id() {
    return Ids.of("a", number);
  }

  String patient() {
    return Ids.of("p", number % patients);
  }

  boolean isToCome() {
    return number < TO_COME;
  }

  String status() {
    if (isToCome()) {
      return number < PENDING ? "pending" : "scheduled";
    }
    return switch ((int) (number % 8)) {
      case 0 -> "cancelled";
      case 1, 5 -> "no_show";
      default -> "completed";
    };
  }

  boolean isReviewed() {
    return status().equals("completed") && number % 3 == 0;
  }

  long startsAt() {
    long today = now / DAY * DAY + MORNING;
    if (isToCome()) {
      return today + WEEK + number / A_DAY * DAY + number % A_DAY * HALF_HOUR;
    }
    long past = number - TO_COME;
    return today - WEEK - past / A_DAY * DAY - past % A_DAY * HALF_HOUR;
  }

  long endsAt() {
    return startsAt() + HALF_HOUR;
  }

  String date() {
    return Instant.ofEpochMilli(startsAt()).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  String startTime() {
    return time(startsAt());
  }

  String endTime() {
    return time(endsAt());
  }

  private static String time(long at) {
    return Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalTime().toString();
  }
}
