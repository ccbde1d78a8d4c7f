/** The audit log in memory, and the contract that every store meets. */
@NullMarked
package io.healthconnect.testkit.audit;

import org.jspecify.annotations.NullMarked;
