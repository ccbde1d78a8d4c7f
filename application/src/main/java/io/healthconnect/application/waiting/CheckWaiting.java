package io.healthconnect.application.waiting;

/**
 * Checks those who wait and are due: whether a device of theirs is connected, and whether the
 * appointment still takes place. Must run about every two seconds; any number of nodes may do so at
 * once.
 */
public interface CheckWaiting {
  /**
   * @return how many waited no longer
   */
  int checkWaiting();
}
