/** Two nodes on a replica set of three members, and the latency from one node to the other. */
@NullMarked
package io.healthconnect.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
