/**
 * Engine.IO and Socket.IO sessions above any transport, the registry of sockets, and {@link
 * io.healthconnect.signaling.session.SocketListener}, which an application implements.
 */
@NullMarked
package io.healthconnect.signaling.session;

import org.jspecify.annotations.NullMarked;
