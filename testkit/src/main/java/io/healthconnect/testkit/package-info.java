/**
 * What tests of every module share: a settable clock, identifiers, the set of ports under test. For
 * tests only.
 */
@NullMarked
package io.healthconnect.testkit;

import org.jspecify.annotations.NullMarked;
