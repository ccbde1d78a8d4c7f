/** Tests of the arithmetic and of the wire. */
@NullMarked
package io.healthconnect.benchmarks.requests;

import org.jspecify.annotations.NullMarked;
