package io.healthconnect.domain.push;

import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What a device shows of a notice. It holds no health data: who, what, when, and which page a press
 * leads to.
 *
 * @param id the same for each try and each device, so that a device shows two as one
 * @param reader the language of the words, and the zone of their times
 * @param from who made the change; empty if the system did, or the person is gone
 * @param visit the appointment that the notice is about, as it is now
 * @param usefulUntil a device that is off until then need not show it any more
 */
public record NoticePush(
    String id,
    PushSubscription to,
    Preferences reader,
    NoticeKind kind,
    Optional<PersonName> from,
    Optional<CalendarEntry> visit,
    Instant usefulUntil) {}
