/** Calls for tests: the contract of the store, fixtures, and the in-memory adapter. */
@NullMarked
package io.healthconnect.testkit.call;

import org.jspecify.annotations.NullMarked;
