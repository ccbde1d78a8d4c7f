package io.healthconnect.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work concurrently. Not thread-safe: controlled by one thread. */
final class Crew implements AutoCloseable {
  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  /** The work of one thread. */
  interface Work {
    void run() throws Exception;
  }

  /**
   * @param size the most threads at once
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
   * Waits for all work that was started.
   *
   * @throws ExecutionException with the failure of one of them
   */
  void await() throws InterruptedException, ExecutionException {
    for (Future<?> each : running) {
      each.get();
    }
    running.clear();
  }

  /** Interrupts threads that are still working. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
