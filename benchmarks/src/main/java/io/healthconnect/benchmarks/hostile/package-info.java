/**
 * Attacks on the sockets of the server, each with its target: memory, close codes, and the effect
 * on honest clients. Results are reported under the ids (W-03, C-09, …).
 */
@NullMarked
package io.healthconnect.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
