/**
 * Load and fault runs against the runnable jar, each with a main of its own. Nothing depends on
 * them.
 */
@NullMarked
package io.healthconnect.benchmarks;

import org.jspecify.annotations.NullMarked;
