/** The links of calendar feeds in SQLite. */
@NullMarked
package io.healthconnect.sqlite.calendar;

import org.jspecify.annotations.NullMarked;
