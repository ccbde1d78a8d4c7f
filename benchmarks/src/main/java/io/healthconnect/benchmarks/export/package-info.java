/** The download of a large account from a server with a small heap. */
@NullMarked
package io.healthconnect.benchmarks.export;

import org.jspecify.annotations.NullMarked;
