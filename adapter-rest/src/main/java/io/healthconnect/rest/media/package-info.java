/** Routes of images: avatars, and handing images out. */
@NullMarked
package io.healthconnect.rest.media;

import org.jspecify.annotations.NullMarked;
