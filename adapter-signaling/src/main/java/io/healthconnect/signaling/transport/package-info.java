/**
 * The handler on the server's port, the frame guard and the outgoing queues. The only package that
 * depends on the WebSocket engine and the HTTP server.
 */
@NullMarked
package io.healthconnect.signaling.transport;

import org.jspecify.annotations.NullMarked;
