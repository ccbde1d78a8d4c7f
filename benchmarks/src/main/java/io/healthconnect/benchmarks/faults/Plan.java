package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Cluster;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The parameters of a run.
 *
 * @param rounds the number of faults, or of slots to book
 * @param size how much is written, or how many people take part; see {@link Scenario}
 * @param work receives the clients' logs
 */
public record Plan(Cluster cluster, int rounds, int size, long seed, Path work) {
  SplittableRandom random() {
    return new SplittableRandom(seed);
  }
}
