/** The audit log in SQLite. */
@NullMarked
package io.healthconnect.sqlite.audit;

import org.jspecify.annotations.NullMarked;
