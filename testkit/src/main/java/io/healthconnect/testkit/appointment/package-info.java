/**
 * Appointments for tests: the in-memory adapter, fixtures, and the contracts that every store
 * meets.
 */
@NullMarked
package io.healthconnect.testkit.appointment;

import org.jspecify.annotations.NullMarked;
