/** Images in SQLite: their records and their bytes. */
@NullMarked
package io.healthconnect.sqlite.media;

import org.jspecify.annotations.NullMarked;
