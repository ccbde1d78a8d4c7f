/** Images: fixtures, contracts of the repository and the store, and both in memory. */
@NullMarked
package io.healthconnect.testkit.media;

import org.jspecify.annotations.NullMarked;
