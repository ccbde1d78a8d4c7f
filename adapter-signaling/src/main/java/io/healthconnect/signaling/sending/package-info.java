/** What is sent to clients: events, encoded once for all recipients, and the codes of a close. */
@NullMarked
package io.healthconnect.signaling.sending;

import org.jspecify.annotations.NullMarked;
