/** Messages between two people: numbers, read marks, conversations. */
@NullMarked
package io.healthconnect.domain.message;

import org.jspecify.annotations.NullMarked;
