package io.healthconnect.application.erasure;

/**
 * Finishes erasures that were interrupted, and those that something slipped past: what a request
 * stored that had been let in before the account was erased. Must run about twice a minute; any
 * number of nodes may do so at once.
 */
public interface FinishErasures {
  /**
   * @return how many were finished
   */
  int finishErasures();
}
