/** The in-memory store: all in-memory adapters over one lock. For tests only. */
@NullMarked
package io.healthconnect.testkit.memory;

import org.jspecify.annotations.NullMarked;
