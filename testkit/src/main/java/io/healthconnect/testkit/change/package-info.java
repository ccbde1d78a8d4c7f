/** The change feed in memory. */
@NullMarked
package io.healthconnect.testkit.change;

import org.jspecify.annotations.NullMarked;
