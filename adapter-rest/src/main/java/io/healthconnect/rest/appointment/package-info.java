/** Routes of appointments. */
@NullMarked
package io.healthconnect.rest.appointment;

import org.jspecify.annotations.NullMarked;
