package io.healthconnect.application.call;

/**
 * Starts the leases of sides whose device has disconnected without a report: its node was killed,
 * or could not reach the store when the connection ended. Looks at the calls of people of whom a
 * device has left, and seldom at all calls. Must run about every second, on one node.
 */
public interface ReapLostDevices {
  /**
   * @return how many leases were started
   */
  int reapLostDevices();
}
