/** What a client or an operator asks the server itself: its configuration and its health. */
@NullMarked
package io.healthconnect.rest.system;

import org.jspecify.annotations.NullMarked;
