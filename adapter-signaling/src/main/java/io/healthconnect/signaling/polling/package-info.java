/**
 * Engine.IO long-polling and the upgrade to WebSocket, without any server type: requests are seen
 * through {@link io.healthconnect.signaling.polling.Poll}.
 */
@NullMarked
package io.healthconnect.signaling.polling;

import org.jspecify.annotations.NullMarked;
