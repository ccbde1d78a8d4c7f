/**
 * The stores on a MongoDB replica set, which any number of servers share. What must reach sockets
 * is written in the same atomic step as the change it tells of; the change stream brings it to
 * every server.
 */
@NullMarked
package io.healthconnect.mongo;

import org.jspecify.annotations.NullMarked;
