/**
 * Who is connected, and with which devices. Stores and the server's own presence registry implement
 * {@link io.healthconnect.domain.presence.Presence}; use cases ask it.
 */
@NullMarked
package io.healthconnect.domain.presence;

import org.jspecify.annotations.NullMarked;
