/** Chat between two people: numbered messages, read marks, conversations. */
@NullMarked
package io.healthconnect.domain.message;

import org.jspecify.annotations.NullMarked;
