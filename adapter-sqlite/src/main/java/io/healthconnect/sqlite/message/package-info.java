/** Messages in SQLite. */
@NullMarked
package io.healthconnect.sqlite.message;

import org.jspecify.annotations.NullMarked;
