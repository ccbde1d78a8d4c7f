/** The contract of the store of calls, and the store in memory. */
@NullMarked
package io.healthconnect.testkit.call;

import org.jspecify.annotations.NullMarked;
