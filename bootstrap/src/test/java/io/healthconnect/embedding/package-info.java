/** The example of docs/embedding.md, as code that is compiled and run. */
@NullMarked
package io.healthconnect.embedding;

import org.jspecify.annotations.NullMarked;
