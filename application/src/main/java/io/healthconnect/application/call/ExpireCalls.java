package io.healthconnect.application.call;

/** Ends calls whose ring time or lease is over. Must run about twice a second. */
public interface ExpireCalls {
  /**
   * @return how many calls ended
   */
  int expireCalls();
}
