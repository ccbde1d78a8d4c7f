/** The official JavaScript client against both ways of hosting the endpoint. */
@NullMarked
package io.healthconnect.signaling.interop;

import org.jspecify.annotations.NullMarked;
