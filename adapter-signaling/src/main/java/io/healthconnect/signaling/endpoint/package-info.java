/**
 * The Jakarta WebSocket endpoint. It depends on the Jakarta API only, so that it runs in any
 * container.
 */
@NullMarked
package io.healthconnect.signaling.endpoint;

import org.jspecify.annotations.NullMarked;
