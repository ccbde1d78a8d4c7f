/** Tests of chat. */
@NullMarked
package io.healthconnect.application.message;

import org.jspecify.annotations.NullMarked;
