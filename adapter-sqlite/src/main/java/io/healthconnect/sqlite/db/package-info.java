/**
 * How the store talks to SQLite: connections, steps, rows and errors. The only place that sees
 * JDBC.
 */
@NullMarked
package io.healthconnect.sqlite.db;

import org.jspecify.annotations.NullMarked;
