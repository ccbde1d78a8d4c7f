/** Routes of what doctors show admins in order to be approved. */
@NullMarked
package io.healthconnect.rest.evidence;

import org.jspecify.annotations.NullMarked;
