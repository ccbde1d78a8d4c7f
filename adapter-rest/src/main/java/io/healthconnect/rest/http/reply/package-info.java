/** Replies of routes: content, or a problem with a stable code. */
@NullMarked
package io.healthconnect.rest.http.reply;

import org.jspecify.annotations.NullMarked;
