/**
 * Images: what is known of each one, the port that keeps their bytes, and the port that makes them
 * clean. The identifier itself is {@code MediaId} of the accounts, which show avatars.
 */
@NullMarked
package io.healthconnect.domain.media;

import org.jspecify.annotations.NullMarked;
