/** Accounts, passwords and sessions, and the ports that store and check them. */
@NullMarked
package io.healthconnect.domain.account;

import org.jspecify.annotations.NullMarked;
