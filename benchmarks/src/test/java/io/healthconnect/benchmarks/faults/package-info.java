/** Tests of the checkers of fault runs. */
@NullMarked
package io.healthconnect.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
