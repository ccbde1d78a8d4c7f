/** Patients in SQLite. */
@NullMarked
package io.healthconnect.sqlite.patient;

import org.jspecify.annotations.NullMarked;
