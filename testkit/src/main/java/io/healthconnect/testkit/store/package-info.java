/** The contracts of a whole store in one, for the tests of a store to run. */
@NullMarked
package io.healthconnect.testkit.store;

import org.jspecify.annotations.NullMarked;
