/**
 * Appointments as other calendars read them (iCalendar, RFC 5545): files, feeds, and the
 * invitations and cancellations of mails (iTIP, RFC 5546). No text holds health data.
 */
@NullMarked
package io.healthconnect.notify.calendar;

import org.jspecify.annotations.NullMarked;
