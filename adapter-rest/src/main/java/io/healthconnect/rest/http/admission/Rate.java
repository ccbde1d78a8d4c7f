package io.healthconnect.rest.http.admission;

import java.time.Duration;

/**
 * How often something may be done.
 *
 * @param burst how often at once
 * @param refill how often more after each {@code period}, spread evenly over it
 */
public record Rate(int burst, int refill, Duration period) {
  public static Rate perSecond(int times) {
    return new Rate(times, times, Duration.ofSeconds(1));
  }

  public static Rate perMinute(int times) {
    return new Rate(times, times, Duration.ofMinutes(1));
  }

  public static Rate perHour(int times) {
    return new Rate(times, times, Duration.ofHours(1));
  }

  public Rate withBurst(int most) {
    return new Rate(most, refill, period);
  }
}
