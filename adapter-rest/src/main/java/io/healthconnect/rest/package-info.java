/** The HTTP API: routes, their requests and replies, and the server that they run on. */
@NullMarked
package io.healthconnect.rest;

import org.jspecify.annotations.NullMarked;
