/** Tests of sending what waits in the outbox. */
@NullMarked
package io.healthconnect.application.outbox;

import org.jspecify.annotations.NullMarked;
