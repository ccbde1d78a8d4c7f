/** Routes of the call log and of ICE servers. */
@NullMarked
package io.healthconnect.rest.call;

import org.jspecify.annotations.NullMarked;
