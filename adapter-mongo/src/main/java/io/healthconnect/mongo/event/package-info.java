/** Documents for changes that no other document describes. */
@NullMarked
package io.healthconnect.mongo.event;

import org.jspecify.annotations.NullMarked;
