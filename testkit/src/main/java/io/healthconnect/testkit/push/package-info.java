/** Web Push in memory, and the contracts of its ports. */
@NullMarked
package io.healthconnect.testkit.push;

import org.jspecify.annotations.NullMarked;
