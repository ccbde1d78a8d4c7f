/** Counters and token buckets that limit what one socket may do. */
@NullMarked
package io.healthconnect.signaling.limits;

import org.jspecify.annotations.NullMarked;
