package io.healthconnect.application.outbox;

/** A host that stops interrupts the threads that send. */
final class Interruptions {
  private Interruptions() {}

  /**
   * Marks what was sent as sent, although this thread was interrupted, and leaves it interrupted.
   */
  static void hold(Runnable mark) {
    boolean interrupted = Thread.interrupted();
    try {
      mark.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
