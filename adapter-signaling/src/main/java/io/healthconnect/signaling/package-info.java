/**
 * What all parts of signaling share: the limits, the origin policy and the token buckets. Any
 * package of this module may use it.
 */
@NullMarked
package io.healthconnect.signaling;

import org.jspecify.annotations.NullMarked;
