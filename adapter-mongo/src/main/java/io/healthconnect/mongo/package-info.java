/**
 * Stores on a MongoDB replica set, which any number of servers share. An event for sockets is
 * written in the same atomic step as the change it describes; the change stream carries it to every
 * server.
 */
@NullMarked
package io.healthconnect.mongo;

import org.jspecify.annotations.NullMarked;
