/** Hostile uploads, and chat while the image store is slow or down. */
@NullMarked
package io.healthconnect.benchmarks.images;

import org.jspecify.annotations.NullMarked;
