/** Images in SQLite: what is known of them, and their bytes. */
@NullMarked
package io.healthconnect.sqlite.media;

import org.jspecify.annotations.NullMarked;
