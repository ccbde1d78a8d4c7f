/** The example in docs/embedding.md, compiled and run. */
@NullMarked
package io.healthconnect.embedding;

import org.jspecify.annotations.NullMarked;
