/**
 * Who is connected, on all nodes. A device is a document of its node; a node that no longer shows
 * signs of life is given up by the others, with all its devices.
 */
@NullMarked
package io.healthconnect.mongo.presence;

import org.jspecify.annotations.NullMarked;
