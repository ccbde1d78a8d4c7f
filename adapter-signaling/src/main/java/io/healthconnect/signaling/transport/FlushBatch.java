package io.healthconnect.signaling.transport;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the queues that were written to during one selector wake-up and flushes each of them
 * once at its end. Outside a batch, a queue is flushed immediately.
 */
final class FlushBatch {
  /** Kept per thread: setting and removing it on every wake-up would cost more than the look-up. */
  private static final ThreadLocal<FlushBatch> OF_THREAD = ThreadLocal.withInitial(FlushBatch::new);

  private final List<OutgoingQueue> touched = new ArrayList<>();
  private boolean running;

  private FlushBatch() {}

  static void run(Runnable wakeUp) {
    FlushBatch batch = OF_THREAD.get();
    if (batch.running) {
      wakeUp.run();
      return;
    }
    batch.running = true;
    try {
      wakeUp.run();
    } finally {
      batch.running = false;
      batch.end();
    }
  }

  static void flush(OutgoingQueue queue) {
    FlushBatch batch = OF_THREAD.get();
    if (!batch.running) {
      queue.flush();
    } else if (queue.markTouched()) {
      batch.touched.add(queue);
    }
  }

  private void end() {
    if (touched.size() == 1) {
      touched.remove(0).flush();
      return;
    }
    // A copy: a flush may end in another wake-up on this thread.
    List<OutgoingQueue> all = List.copyOf(touched);
    touched.clear();
    all.forEach(OutgoingQueue::flush);
  }
}
