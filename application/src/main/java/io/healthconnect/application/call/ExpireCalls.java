package io.healthconnect.application.call;

/** Ends calls whose ring time or lease is over; to be run about every second. */
public interface ExpireCalls {
  /**
   * @return how many calls ended
   */
  int handle();
}
