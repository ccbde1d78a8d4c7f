/** Images in MongoDB: their records, in step with what shows them, and their bytes. */
@NullMarked
package io.healthconnect.mongo.media;

import org.jspecify.annotations.NullMarked;
