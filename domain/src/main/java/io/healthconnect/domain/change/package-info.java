/**
 * Changes and whom they concern: the feed that stores publish to and live connections listen to.
 */
@NullMarked
package io.healthconnect.domain.change;

import org.jspecify.annotations.NullMarked;
