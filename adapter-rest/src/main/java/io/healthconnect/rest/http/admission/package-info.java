/** Decides which requests are admitted: sessions, roles, origins and rates. */
@NullMarked
package io.healthconnect.rest.http.admission;

import org.jspecify.annotations.NullMarked;
