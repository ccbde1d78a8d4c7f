package io.healthconnect.application.appointment;

/**
 * Declines pending appointments whose start has passed. Must run about twice a minute; any number
 * of nodes may do so at once.
 */
public interface DeclineUnconfirmed {
  /**
   * @return how many were declined
   */
  int declineUnconfirmed();
}
