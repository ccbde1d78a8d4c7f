/**
 * The WebSocket endpoint that speaks Engine.IO and Socket.IO, and the seam that the product's
 * events are written against. It sees the Jakarta API only, so that it runs in any container.
 */
@NullMarked
package io.healthconnect.signaling.endpoint;

import org.jspecify.annotations.NullMarked;
