/** Routes of images: avatars, and serving images. */
@NullMarked
package io.healthconnect.rest.media;

import org.jspecify.annotations.NullMarked;
