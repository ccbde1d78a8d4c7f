/** Doctors and the directory in SQLite. */
@NullMarked
package io.healthconnect.sqlite.doctor;

import org.jspecify.annotations.NullMarked;
