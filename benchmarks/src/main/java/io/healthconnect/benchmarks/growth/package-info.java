/** What requests cost on a small store and on a large one. */
@NullMarked
package io.healthconnect.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
