/** The contract of snapshots. */
@NullMarked
package io.healthconnect.testkit.export;

import org.jspecify.annotations.NullMarked;
