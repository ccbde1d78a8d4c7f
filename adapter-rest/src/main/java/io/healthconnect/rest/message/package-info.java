/** Routes of messages. */
@NullMarked
package io.healthconnect.rest.message;

import org.jspecify.annotations.NullMarked;
