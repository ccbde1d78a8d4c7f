/** What has changed and whom it concerns: the feed that stores write and live connections read. */
@NullMarked
package io.healthconnect.domain.change;

import org.jspecify.annotations.NullMarked;
