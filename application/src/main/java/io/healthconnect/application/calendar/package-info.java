/**
 * The use cases of calendars in other programs: an appointment as a file, and a feed of all of them
 * behind a secret link that its owner can renew.
 */
@NullMarked
package io.healthconnect.application.calendar;

import org.jspecify.annotations.NullMarked;
