/**
 * Makes the files that a server of images meets on a bad day: what is no image, what promises too
 * much, and what carries something. Tests and fault runs use it; nothing of the product does.
 */
@NullMarked
package io.healthconnect.images;

import org.jspecify.annotations.NullMarked;
