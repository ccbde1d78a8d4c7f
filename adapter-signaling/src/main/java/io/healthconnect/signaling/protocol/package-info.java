/**
 * Pure functions between text and Engine.IO v4 / Socket.IO v5 packets, without any Jakarta or
 * server type.
 */
@NullMarked
package io.healthconnect.signaling.protocol;

import org.jspecify.annotations.NullMarked;
