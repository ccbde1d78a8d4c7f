/**
 * Makes hostile image files: files that are not images, that claim to be huge, or that carry a
 * payload. For tests and fault runs only; the product does not use it.
 */
@NullMarked
package io.healthconnect.images;

import org.jspecify.annotations.NullMarked;
