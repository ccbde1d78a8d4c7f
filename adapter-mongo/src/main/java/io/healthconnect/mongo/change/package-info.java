/** What the change stream says, in the words of the change feed. */
@NullMarked
package io.healthconnect.mongo.change;

import org.jspecify.annotations.NullMarked;
