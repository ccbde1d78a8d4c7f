/**
 * The HTTP server: the route table's entries, dispatching, the handlers around them, and the limits
 * on connections. Independent of features.
 */
@NullMarked
package io.healthconnect.rest.http.server;

import org.jspecify.annotations.NullMarked;
