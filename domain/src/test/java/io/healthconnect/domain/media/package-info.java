/** Tests of images. */
@NullMarked
package io.healthconnect.domain.media;

import org.jspecify.annotations.NullMarked;
