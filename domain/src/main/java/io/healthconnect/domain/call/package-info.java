/** Calls: the signaling session of two people, from ringing to its end. */
@NullMarked
package io.healthconnect.domain.call;

import org.jspecify.annotations.NullMarked;
