/** The servers under test as child processes, and the small HTTP client that every run shares. */
@NullMarked
package io.healthconnect.benchmarks.server;

import org.jspecify.annotations.NullMarked;
