/**
 * Shared by the tests of every module: a settable clock, identifiers, and the set of ports under
 * test. For tests only.
 */
@NullMarked
package io.healthconnect.testkit;

import org.jspecify.annotations.NullMarked;
