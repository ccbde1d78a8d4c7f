/** Start-up, memory and throughput of the server on one machine. */
@NullMarked
package io.healthconnect.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
