/**
 * Pure functions between text and Engine.IO v4 / Socket.IO v5 packets. No Jakarta and no server
 * types are seen here.
 */
@NullMarked
package io.healthconnect.signaling.protocol;

import org.jspecify.annotations.NullMarked;
