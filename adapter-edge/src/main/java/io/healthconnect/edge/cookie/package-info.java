/** The session cookie, as both edges read it. */
@NullMarked
package io.healthconnect.edge.cookie;

import org.jspecify.annotations.NullMarked;
