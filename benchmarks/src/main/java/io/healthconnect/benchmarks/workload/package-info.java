/**
 * Clients that write with identifiers of their own and log every outcome on disk, and the check of
 * what was kept. Shared by the runs that break something.
 */
@NullMarked
package io.healthconnect.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
