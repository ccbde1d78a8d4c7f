/** The outbox in memory, and the contract of all outboxes. */
@NullMarked
package io.healthconnect.testkit.outbox;

import org.jspecify.annotations.NullMarked;
