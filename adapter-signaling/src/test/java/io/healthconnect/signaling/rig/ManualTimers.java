package io.healthconnect.signaling.rig;

import io.healthconnect.signaling.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Timers whose time stands still until a test moves it. */
public final class ManualTimers implements Timers {
  private record Task(long at, Runnable task) {}

  private final List<Task> tasks = new ArrayList<>();
  private long now;

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Cancellation schedule(Duration delay, Runnable task) {
    Task scheduled = new Task(now + delay.toNanos(), task);
    tasks.add(scheduled);
    return () -> cancel(scheduled);
  }

  /** How many tasks are scheduled. */
  public synchronized int scheduled() {
    return tasks.size();
  }

  private synchronized void cancel(Task task) {
    tasks.removeIf(each -> each == task);
  }

  /** Moves time on and runs on this thread what is due, in order. */
  public void advance(Duration by) {
    long end = nanoTime() + by.toNanos();
    while (true) {
      Task due;
      synchronized (this) {
        due =
            tasks.stream()
                .filter(each -> each.at() <= end)
                .min(Comparator.comparingLong(Task::at))
                .orElse(null);
        now = due == null ? end : Math.max(now, due.at());
        if (due == null) {
          return;
        }
        tasks.remove(due);
      }
      due.task().run();
    }
  }
}
