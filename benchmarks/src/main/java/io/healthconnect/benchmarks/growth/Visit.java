package io.healthconnect.benchmarks.growth;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * An appointment of the doctor. A few are still to come, thirty of them unconfirmed, however many
 * there have been.
 *
 * @param now when the store is filled
 * @param patients how many there are
 */
record Visit(long number, long now, long patients) {
  private static final int PENDING = 30;
  private static final int TO_COME = 60;
  private static final long HALF_HOUR = 1_800_000;
  private static final long WEEK = 336 * HALF_HOUR;

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
    return switch ((int) (number % 20)) {
      case 0 -> "cancelled";
      case 1 -> "no_show";
      default -> "completed";
    };
  }

  boolean isReviewed() {
    return status().equals("completed") && number % 3 == 0;
  }

  long startsAt() {
    long today = now / HALF_HOUR * HALF_HOUR;
    return isToCome()
        ? today + WEEK + number * HALF_HOUR
        : today - WEEK - (number - TO_COME) * HALF_HOUR;
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
