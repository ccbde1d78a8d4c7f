package io.healthconnect.application.upkeep;

import java.time.Duration;

/**
 * A task that must run periodically. It may run on any thread, and at the same time as other tasks
 * and as the same task on another node. A host must only prevent two runs of one task from
 * overlapping.
 *
 * @param name for logs and metrics: lower case, with underscores
 * @param period how long to wait after the end of one run before the next begins
 * @param scope where it must run
 * @param work one run; a failure concerns this run alone
 */
public record UpkeepTask(String name, Duration period, Scope scope, Runnable work) {

  /** On which of the nodes that share a store a task must run. */
  public enum Scope {
    /** It concerns what this process holds. */
    EACH_NODE,
    /** It concerns the store: one node is enough, and more do no harm. */
    ONE_NODE
  }

  public UpkeepTask {
    if (!name.matches("[a-z]+(_[a-z]+)*")) {
      throw new IllegalArgumentException("not a valid name for a metric: " + name);
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a task without a period: " + name);
    }
  }

  /** A task that concerns what this process holds. */
  public UpkeepTask(String name, Duration period, Runnable work) {
    this(name, period, Scope.EACH_NODE, work);
  }

  /** A task that concerns the store. */
  static UpkeepTask ofStore(String name, Duration period, Runnable work) {
    return new UpkeepTask(name, period, Scope.ONE_NODE, work);
  }
}
