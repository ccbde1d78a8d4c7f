/** What chat feels while the place of images is slow or away. */
@NullMarked
package io.healthconnect.benchmarks.images;

import org.jspecify.annotations.NullMarked;
