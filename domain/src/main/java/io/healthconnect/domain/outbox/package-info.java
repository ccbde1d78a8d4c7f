/**
 * What leaves the server for people who are away: the mails that wait to be sent, and the port of
 * whatever sends them.
 */
@NullMarked
package io.healthconnect.domain.outbox;

import org.jspecify.annotations.NullMarked;
