/** Messages between people who have contact. */
@NullMarked
package io.healthconnect.application.message;

import org.jspecify.annotations.NullMarked;
