/**
 * Access to SQLite: connections, transactions, rows and errors. The only package that uses JDBC.
 */
@NullMarked
package io.healthconnect.sqlite.db;

import org.jspecify.annotations.NullMarked;
