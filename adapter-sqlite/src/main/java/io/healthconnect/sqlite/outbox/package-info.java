/** The outbox in SQLite. Notices are added to it as part of the transactions that store them. */
@NullMarked
package io.healthconnect.sqlite.outbox;

import org.jspecify.annotations.NullMarked;
