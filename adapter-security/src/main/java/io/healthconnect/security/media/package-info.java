/**
 * Makes images from strangers fit to be shown: nothing but named decoders touches them, on one
 * thread with a short queue, and only pixels come out. Only bootstrap builds these classes.
 */
@NullMarked
package io.healthconnect.security.media;

import org.jspecify.annotations.NullMarked;
