/**
 * The embedded store: everything in one SQLite file. Wiring opens it here; nobody else looks
 * further in.
 */
@NullMarked
package io.healthconnect.sqlite;

import org.jspecify.annotations.NullMarked;
