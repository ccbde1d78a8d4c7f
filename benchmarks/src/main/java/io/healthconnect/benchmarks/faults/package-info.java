/**
 * Checks the guarantees of two nodes while members of the replica set and nodes are lost: a
 * workload, faults drawn from a seed, time to heal, and a check.
 */
@NullMarked
package io.healthconnect.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
