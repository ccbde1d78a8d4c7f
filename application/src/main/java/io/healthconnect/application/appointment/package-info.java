/** Booking, listing and changing appointments. */
@NullMarked
package io.healthconnect.application.appointment;

import org.jspecify.annotations.NullMarked;
