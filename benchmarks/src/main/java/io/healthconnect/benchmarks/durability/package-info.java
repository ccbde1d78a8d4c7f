/** The kill -9 run on SQLite: a supervisor kills the server under load. */
@NullMarked
package io.healthconnect.benchmarks.durability;

import org.jspecify.annotations.NullMarked;
