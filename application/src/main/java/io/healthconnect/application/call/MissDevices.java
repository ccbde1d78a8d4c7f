package io.healthconnect.application.call;

/**
 * Starts the leases of sides whose device is gone without anybody having said so: its server was
 * killed, or could not reach the store when the connection ended. To be run about every second.
 */
public interface MissDevices {
  /**
   * @return how many leases were started
   */
  int handle();
}
