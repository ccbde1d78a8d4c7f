/** Appointments in SQLite. */
@NullMarked
package io.healthconnect.sqlite.appointment;

import org.jspecify.annotations.NullMarked;
