/**
 * The kill -9 run: clients log what was acknowledged, a supervisor kills, a reconciliation counts.
 */
@NullMarked
package io.healthconnect.benchmarks.durability;

import org.jspecify.annotations.NullMarked;
