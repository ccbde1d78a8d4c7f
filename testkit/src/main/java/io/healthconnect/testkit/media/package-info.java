/**
 * Images for tests: fixtures, the contracts of the repository and the image store, and in-memory
 * adapters of both.
 */
@NullMarked
package io.healthconnect.testkit.media;

import org.jspecify.annotations.NullMarked;
