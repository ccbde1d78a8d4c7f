/**
 * Clients that write with their own identifiers and log every outcome on disk, and the check of
 * what was stored. Shared by all fault runs.
 */
@NullMarked
package io.healthconnect.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
