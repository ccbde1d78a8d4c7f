package io.healthconnect.application.call;

/**
 * Starts the leases of sides whose device has disconnected without a report: its node was killed,
 * or could not reach the store when the connection ended. Must run about every second.
 */
public interface ReapLostDevices {
  /**
   * @return how many leases were started
   */
  int reapLostDevices();
}
