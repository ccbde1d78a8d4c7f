/**
 * What two nodes keep of their promises while members of the replica set and nodes are lost: a
 * workload, faults drawn from a seed, a time to heal, and a check.
 */
@NullMarked
package io.healthconnect.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
