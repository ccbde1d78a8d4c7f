/**
 * Makes uploaded images safe to show: only decoders chosen by name touch them, on one thread with a
 * short queue, and only pixels come out. Only {@code bootstrap} constructs these classes.
 */
@NullMarked
package io.healthconnect.security.media;

import org.jspecify.annotations.NullMarked;
