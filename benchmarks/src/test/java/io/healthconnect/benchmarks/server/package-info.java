/** Tests of the processes under test. */
@NullMarked
package io.healthconnect.benchmarks.server;

import org.jspecify.annotations.NullMarked;
