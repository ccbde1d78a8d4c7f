package io.healthconnect.application.upkeep;

import java.time.Duration;

/**
 * A task that must run periodically. It may run on any thread, and at the same time as other tasks
 * and as the same task on another node. A host must only prevent two runs of one task from
 * overlapping.
 *
 * @param name for logs and metrics: lower case, with underscores
 * @param period how long to wait after the end of one run before the next begins
 * @param work one run; a failure concerns this run alone
 */
public record UpkeepTask(String name, Duration period, Runnable work) {
  public UpkeepTask {
    if (!name.matches("[a-z]+(_[a-z]+)*")) {
      throw new IllegalArgumentException("not a valid name for a metric: " + name);
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a task without a period: " + name);
    }
  }
}
