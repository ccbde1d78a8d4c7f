/**
 * The embedded store: everything in one SQLite file. Embedders use this package; the others are
 * internal.
 */
@NullMarked
package io.healthconnect.sqlite;

import org.jspecify.annotations.NullMarked;
