/** Starts a server on a store that has much in it. */
@NullMarked
package io.healthconnect.benchmarks.start;

import org.jspecify.annotations.NullMarked;
