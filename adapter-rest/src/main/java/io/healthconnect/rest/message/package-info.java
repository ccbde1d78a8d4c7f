/** Routes of chat. */
@NullMarked
package io.healthconnect.rest.message;

import org.jspecify.annotations.NullMarked;
