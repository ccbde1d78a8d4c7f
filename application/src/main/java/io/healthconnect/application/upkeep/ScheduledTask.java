package io.healthconnect.application.upkeep;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** A task with its counters. Never throws, since the executor would drop a task that does. */
final class ScheduledTask implements Runnable {
  private final UpkeepTask task;
  private final UpkeepScheduler.FailureListener listener;
  private final LongSupplier nanoTime;
  private final BooleanSupplier leads;

  private long runs;
  private long failures;
  private long lastEnd;

  ScheduledTask(
      UpkeepTask task,
      BooleanSupplier leads,
      UpkeepScheduler.FailureListener listener,
      LongSupplier nanoTime) {
    this.task = task;
    this.leads = leads;
    this.listener = listener;
    this.nanoTime = nanoTime;
    lastEnd = nanoTime.getAsLong();
  }

  UpkeepTask task() {
    return task;
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // An Error must not end the task silently and permanently.
  public void run() {
    if (task.scope() == UpkeepTask.Scope.ONE_NODE && !leads.getAsBoolean()) {
      skipped();
      return;
    }
    boolean failed = true;
    try {
      task.work().run();
      failed = false;
    } catch (Throwable failure) {
      tell(failure);
    } finally {
      ended(failed);
    }
  }

  private void tell(Throwable failure) {
    try {
      listener.failed(task, failure);
    } catch (RuntimeException | Error deaf) {
      failure.addSuppressed(deaf);
    }
  }

  private synchronized void skipped() {
    lastEnd = nanoTime.getAsLong();
  }

  private synchronized void ended(boolean failed) {
    runs++;
    failures += failed ? 1 : 0;
    lastEnd = nanoTime.getAsLong();
  }

  synchronized UpkeepReport report() {
    long overdue = nanoTime.getAsLong() - lastEnd - task.period().toNanos();
    return new UpkeepReport(task.name(), runs, failures, Duration.ofNanos(Math.max(0, overdue)));
  }
}
