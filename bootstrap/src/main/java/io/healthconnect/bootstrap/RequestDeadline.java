package io.healthconnect.bootstrap;

import java.util.function.Supplier;

/** How long all that one request or event asks of the store may take. */
interface RequestDeadline {
  /**
   * Does the work of one request or event on this thread: its operations together may take no
   * longer than one of them alone.
   */
  <T> T withinOneDeadline(Supplier<T> work);
}
