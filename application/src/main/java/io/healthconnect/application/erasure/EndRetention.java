package io.healthconnect.application.erasure;

/**
 * Removes what was kept of people whose accounts were erased as long ago as that is kept:
 * appointments with notes and history, messages with their images, and records of calls. Must run
 * periodically; any number of nodes may do so at once.
 */
public interface EndRetention {
  /**
   * @return how many of these were removed; the rest waits for the next run
   */
  int endRetention();
}
