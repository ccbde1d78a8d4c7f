/** Calls in SQLite: live ones are in memory, and what must survive a restart is in the file. */
@NullMarked
package io.healthconnect.sqlite.call;

import org.jspecify.annotations.NullMarked;
