package io.healthconnect.signaling.transport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the queues that one wake-up wrote to, so that each is flushed once at its end. Outside a
 * batch a queue is flushed at once.
 */
final class FlushBatch {
  private static final ThreadLocal<@Nullable List<OutgoingQueue>> CURRENT = new ThreadLocal<>();

  private FlushBatch() {}

  static void run(Runnable wakeUp) {
    if (CURRENT.get() != null) {
      wakeUp.run();
      return;
    }
    List<OutgoingQueue> touched = new ArrayList<>();
    CURRENT.set(touched);
    try {
      wakeUp.run();
    } finally {
      CURRENT.remove();
      touched.forEach(OutgoingQueue::flush);
    }
  }

  static void flush(OutgoingQueue queue) {
    List<OutgoingQueue> touched = CURRENT.get();
    if (touched == null) {
      queue.flush();
    } else if (queue.markTouched()) {
      touched.add(queue);
    }
  }
}
