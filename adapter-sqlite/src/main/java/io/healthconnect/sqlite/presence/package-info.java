/** Who is connected to a server that runs as one process. */
@NullMarked
package io.healthconnect.sqlite.presence;

import org.jspecify.annotations.NullMarked;
