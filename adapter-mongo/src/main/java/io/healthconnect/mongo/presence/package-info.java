/**
 * Who is connected, across all nodes. Each device is a document that belongs to its node. When a
 * node stops sending heartbeats, the others remove it together with its devices.
 */
@NullMarked
package io.healthconnect.mongo.presence;

import org.jspecify.annotations.NullMarked;
