/** Booking visits and moving them through their life. */
@NullMarked
package io.healthconnect.application.appointment;

import org.jspecify.annotations.NullMarked;
