/**
 * Images: the record of each one, the port that stores their bytes, and the port that cleans them.
 */
@NullMarked
package io.healthconnect.domain.media;

import org.jspecify.annotations.NullMarked;
