/**
 * Accounts and sessions for tests: in-memory adapters, fixtures, and the contracts that every store
 * meets.
 */
@NullMarked
package io.healthconnect.testkit.account;

import org.jspecify.annotations.NullMarked;
