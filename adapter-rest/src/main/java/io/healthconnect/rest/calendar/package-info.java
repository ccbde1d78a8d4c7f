/** Routes of calendars in other programs: single appointments, and feeds behind secret links. */
@NullMarked
package io.healthconnect.rest.calendar;

import org.jspecify.annotations.NullMarked;
