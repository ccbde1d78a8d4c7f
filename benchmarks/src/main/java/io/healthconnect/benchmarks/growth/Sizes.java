package io.healthconnect.benchmarks.growth;

import io.healthconnect.benchmarks.server.Arguments;

/**
 * How much a store holds.
 *
 * @param doctors in the directory
 * @param appointments of one doctor
 * @param conversations of that doctor, each with a patient
 * @param messages in another conversation of that doctor
 */
record Sizes(long doctors, long appointments, long conversations, long messages) {
  private static final long SMALL = 100;

  static Sizes small() {
    return new Sizes(SMALL, SMALL, SMALL, SMALL);
  }

  static Sizes large(Arguments given) {
    return new Sizes(
        given.number("doctors", 100_000),
        given.number("appointments", 100_000),
        given.number("conversations", 10_000),
        given.number("messages", 1_000_000));
  }
}
