/**
 * Shared by all parts of signaling: limits, timers, and the policies for origins and hosts. Any
 * package of this module may use it.
 */
@NullMarked
package io.healthconnect.signaling;

import org.jspecify.annotations.NullMarked;
