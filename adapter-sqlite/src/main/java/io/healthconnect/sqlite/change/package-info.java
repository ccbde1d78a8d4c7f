/** The change feed of a store that only one process writes to. */
@NullMarked
package io.healthconnect.sqlite.change;

import org.jspecify.annotations.NullMarked;
