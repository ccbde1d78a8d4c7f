package io.healthconnect.bootstrap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the process ends: with 0 after a signal, since stopping is no failure, and else with why. */
final class ProcessExit {
  static final int FAILED = 1;

  private static final Logger LOG = LoggerFactory.getLogger(ProcessExit.class);
  private static volatile int status;

  private ProcessExit() {}

  /** Ends the process after what is running has been stopped. */
  static void with(int failure) {
    status = failure;
    System.exit(failure);
  }

  /** Ends the process, which whoever started it should start again. */
  static void because(String problem) {
    LOG.error("{}: this process ends", problem);
    with(FAILED);
  }

  /** Ends the process now; the JVM would return 143 after SIGTERM. */
  static void now() {
    Runtime.getRuntime().halt(status);
  }
}
