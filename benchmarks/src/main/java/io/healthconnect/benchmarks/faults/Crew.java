package io.healthconnect.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work at the same time. Used by one thread. */
final class Crew implements AutoCloseable {
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  /** What one thread does. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * @param size how many work at once at most
   */
  Crew(int size) {
    threads = Executors.newFixedThreadPool(size);
  }

  void start(Work work) {
    running.add(
        threads.submit(
            () -> {
              work.run();
              return null;
            }));
  }

  /**
   * Waits for all that was started.
   *
   * @throws ExecutionException with what one of them failed with
   */
  void await() throws InterruptedException, ExecutionException {
    for (Future<?> each : running) {
      each.get();
    }
    running.clear();
  }

  /** Interrupts who still works. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
