/** Calls in SQLite: live ones in memory, what must last in the file. */
@NullMarked
package io.healthconnect.sqlite.call;

import org.jspecify.annotations.NullMarked;
