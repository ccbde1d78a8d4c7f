/** Who may sign in: accounts, passwords, sessions, and the ports that keep them. */
@NullMarked
package io.healthconnect.domain.account;

import org.jspecify.annotations.NullMarked;
