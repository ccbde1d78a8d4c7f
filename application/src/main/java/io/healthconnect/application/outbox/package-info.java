/**
 * Sends what waits in the outbox. Hosts that send mail run it as a task of their own; it knows
 * nothing of mail servers.
 */
@NullMarked
package io.healthconnect.application.outbox;

import org.jspecify.annotations.NullMarked;
