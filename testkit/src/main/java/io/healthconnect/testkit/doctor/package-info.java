/** Doctors for tests: the in-memory adapter, fixtures, and the contract that every store meets. */
@NullMarked
package io.healthconnect.testkit.doctor;

import org.jspecify.annotations.NullMarked;
