/** What is known of images, in step with what shows them. */
@NullMarked
package io.healthconnect.mongo.media;

import org.jspecify.annotations.NullMarked;
