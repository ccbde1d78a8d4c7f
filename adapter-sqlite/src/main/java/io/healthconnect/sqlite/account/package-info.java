/** Accounts and sessions in SQLite. */
@NullMarked
package io.healthconnect.sqlite.account;

import org.jspecify.annotations.NullMarked;
