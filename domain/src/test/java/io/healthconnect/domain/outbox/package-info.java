/** Tests of the outbox. */
@NullMarked
package io.healthconnect.domain.outbox;

import org.jspecify.annotations.NullMarked;
