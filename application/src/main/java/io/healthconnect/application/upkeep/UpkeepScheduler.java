package io.healthconnect.application.upkeep;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Runs each task with its period, on one daemon thread per task, so that a slow task delays no
 * other. A failure of any kind ends only the current run.
 */
public final class UpkeepScheduler implements AutoCloseable {

  /** Receives failures, on the thread of the task. */
  public interface FailureListener {
    void failed(UpkeepTask task, Throwable failure);
  }

  private final ScheduledThreadPoolExecutor executor;
  private final List<ScheduledTask> tasks;

  private UpkeepScheduler(
      List<UpkeepTask> tasks,
      BooleanSupplier leads,
      FailureListener listener,
      LongSupplier nanoTime) {
    AtomicInteger number = new AtomicInteger();
    executor =
        new ScheduledThreadPoolExecutor(
            Math.max(1, tasks.size()),
            run -> {
              Thread thread = new Thread(run, "upkeep-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.tasks =
        tasks.stream().map(task -> new ScheduledTask(task, leads, listener, nanoTime)).toList();
  }

  /** Starts all tasks of a host that is alone; the first run of each begins after one period. */
  public static UpkeepScheduler start(List<UpkeepTask> tasks, FailureListener listener) {
    return start(tasks, () -> true, listener);
  }

  /**
   * Starts all tasks of one of several nodes.
   *
   * @param leads asked before each run of a task for one node, which is skipped if it says no; must
   *     be quick and must not throw
   */
  public static UpkeepScheduler start(
      List<UpkeepTask> tasks, BooleanSupplier leads, FailureListener listener) {
    return start(tasks, leads, listener, System::nanoTime);
  }

  static UpkeepScheduler start(
      List<UpkeepTask> tasks,
      BooleanSupplier leads,
      FailureListener listener,
      LongSupplier nanoTime) {
    UpkeepScheduler scheduler = new UpkeepScheduler(tasks, leads, listener, nanoTime);
    for (ScheduledTask task : scheduler.tasks) {
      long nanos = task.task().period().toNanos();
      var unused =
          scheduler.executor.scheduleWithFixedDelay(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }
    return scheduler;
  }

  /** The state of each task, in the order of the list. */
  public List<UpkeepReport> reports() {
    return tasks.stream().map(ScheduledTask::report).toList();
  }

  /** Starts no more runs and interrupts current ones. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
