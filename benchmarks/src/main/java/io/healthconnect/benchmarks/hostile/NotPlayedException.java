package io.healthconnect.benchmarks.hostile;

import java.io.IOException;

/** The scene could not be set up, so the run shows nothing about the attack or its guard. */
final class NotPlayedException extends IOException {
  private static final long serialVersionUID = 1L;

  NotPlayedException(IOException cause) {
    super("the scene could not be set up", cause);
  }
}
