package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Cluster;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * How a scenario is run.
 *
 * @param rounds how many faults, or slots to book
 * @param size how much is written, or how many people take part; see {@link Scenario}
 * @param work gets the clients' logs
 */
public record Plan(Cluster cluster, int rounds, int size, long seed, Path work) {
  SplittableRandom random() {
    return new SplittableRandom(seed);
  }
}
