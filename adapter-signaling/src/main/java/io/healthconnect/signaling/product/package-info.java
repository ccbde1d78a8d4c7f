/**
 * What the product says over sockets: its events, their checks and acks, presence, and what the
 * change feed brings. Knows the use cases and the endpoint, not the transport.
 */
@NullMarked
package io.healthconnect.signaling.product;

import org.jspecify.annotations.NullMarked;
