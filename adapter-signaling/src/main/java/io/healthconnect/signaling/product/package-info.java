/**
 * The product's events, their checks and acks, presence, and the changes that are sent to sockets.
 * Depends on the use cases and on sessions, not on a transport.
 */
@NullMarked
package io.healthconnect.signaling.product;

import org.jspecify.annotations.NullMarked;
