/** Routes of admins. */
@NullMarked
package io.healthconnect.rest.administration;

import org.jspecify.annotations.NullMarked;
