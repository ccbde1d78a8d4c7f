/** Notices in SQLite. Other repositories write them as part of their transactions. */
@NullMarked
package io.healthconnect.sqlite.notice;

import org.jspecify.annotations.NullMarked;
