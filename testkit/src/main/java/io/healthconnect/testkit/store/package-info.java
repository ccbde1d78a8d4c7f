/** All contracts of a store in one interface, for the tests of each store to implement. */
@NullMarked
package io.healthconnect.testkit.store;

import org.jspecify.annotations.NullMarked;
