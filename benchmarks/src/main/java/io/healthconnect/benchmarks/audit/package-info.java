/** Pages of a long audit log, on both stores. */
@NullMarked
package io.healthconnect.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
