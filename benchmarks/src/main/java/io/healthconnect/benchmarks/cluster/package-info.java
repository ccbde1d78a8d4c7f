/** Two nodes on a replica set of three members, and how long news takes from one to the other. */
@NullMarked
package io.healthconnect.benchmarks.cluster;

import org.jspecify.annotations.NullMarked;
