/**
 * Load and fault runs against the runnable jar, each with its own main class. Nothing depends on
 * them.
 */
@NullMarked
package io.healthconnect.benchmarks;

import org.jspecify.annotations.NullMarked;
