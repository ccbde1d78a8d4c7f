package io.healthconnect.domain.outbox;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import java.util.Optional;

/**
 * What a mail says. It holds no health data: who, what, when, and which appointment the link leads
 * to.
 *
 * @param id the same for each try, and different for each entry of the outbox
 * @param reader the language of the mail, and the zone of its times
 * @param from who made the change; empty if the system did, or the person is gone
 * @param own whether the reader made the change
 * @param visit the appointment that the notice is about, as it is now
 * @param unsubscribeToken stops mails of this kind to this person; empty if no mail may do that
 */
public record NoticeMail(
    String id,
    Email to,
    Preferences reader,
    NoticeKind kind,
    Optional<PersonName> from,
    boolean own,
    Optional<CalendarEntry> visit,
    Optional<String> unsubscribeToken) {}
