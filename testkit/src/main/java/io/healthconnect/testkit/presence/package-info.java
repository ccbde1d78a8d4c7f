/** The contract of presence registries, and one in memory. */
@NullMarked
package io.healthconnect.testkit.presence;

import org.jspecify.annotations.NullMarked;
