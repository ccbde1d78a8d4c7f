package io.healthconnect.application.erasure;

/**
 * Removes the appointments of people whose accounts were erased as long ago as appointments are
 * kept, with notes and history. Must run periodically; any number of nodes may do so at once.
 */
public interface EndRetention {
  /**
   * @return how many appointments were removed; the rest waits for the next run
   */
  int endRetention();
}
