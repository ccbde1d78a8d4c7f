/** Routes of ended calls and ICE servers. */
@NullMarked
package io.healthconnect.rest.call;

import org.jspecify.annotations.NullMarked;
