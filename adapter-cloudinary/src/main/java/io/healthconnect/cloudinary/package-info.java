/**
 * The image store at Cloudinary: images are private there and are shown through URLs that expire.
 * Only {@code bootstrap} uses these classes.
 */
@NullMarked
package io.healthconnect.cloudinary;

import org.jspecify.annotations.NullMarked;
