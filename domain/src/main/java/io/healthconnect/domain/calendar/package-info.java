/**
 * Appointments as they stand in the calendars of other programs: a single file, a feed behind a
 * secret link, or an invitation by mail. None of them holds health data.
 */
@NullMarked
package io.healthconnect.domain.calendar;

import org.jspecify.annotations.NullMarked;
