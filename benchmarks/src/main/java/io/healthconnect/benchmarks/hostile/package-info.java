/**
 * Attacks on the sockets of the server, each with its target: memory, close codes, and what an
 * honest client notices. The ids (W-03, C-09, …) are the names under which results are reported.
 */
@NullMarked
package io.healthconnect.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
