package io.healthconnect.notify.words;

import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.calendar.CalendarEntry;
import io.healthconnect.domain.notice.NoticeKind;
import java.util.Optional;

/**
 * The words of a notice, whatever it leaves by. The subject names nobody, since it is shown on
 * locked screens, and what people write themselves is in none of them, except their names.
 *
 * @param sentence with the place {@code {who}}
 * @param when the time of the appointment, in the zone of the reader
 * @param page the path of the page that tells the rest
 */
public record NoticeWords(
    String subject, String sentence, String who, Optional<String> when, String page) {

  public static NoticeWords of(
      NoticeKind kind,
      Preferences reader,
      Optional<PersonName> from,
      boolean own,
      Optional<CalendarEntry> visit) {
    Words words = Words.of(reader.language());
    return new NoticeWords(
        words.get(kind.code() + ".subject"),
        words.get(key(kind, from, own, words)),
        from.flatMap(SafeNames::of).orElseGet(() -> words.get("somebody")),
        visit.map(each -> words.get("when").replace("{time}", VisitTimes.of(each, reader))),
        page(kind, visit));
  }

  /**
   * Some sentences have another form when the reader made the change, or nobody did, or nobody who
   * is still there.
   */
  private static String key(NoticeKind kind, Optional<PersonName> from, boolean own, Words words) {
    if (own) {
      return kind.code() + ".own";
    }
    String impersonal = kind.code() + ".impersonal";
    return from.isEmpty() && words.has(impersonal) ? impersonal : kind.code() + ".text";
  }

  private static String page(NoticeKind kind, Optional<CalendarEntry> visit) {
    return switch (kind) {
      case MISSED_CALL -> "/calls";
      case NEW_MESSAGE -> "/messages";
      case NEW_SIGN_IN, PASSWORD_CHANGED, DATA_READ -> "/me";
      case VISIT_REQUESTED,
          VISIT_CONFIRMED,
          VISIT_DECLINED,
          VISIT_MOVED,
          VISIT_CANCELLED,
          RUNNING_LATE,
          DOCTOR_UNAVAILABLE,
          VISIT_REMINDER,
          REVIEW_RECEIVED ->
          visit.map(each -> "/visits/" + each.id().value()).orElse("/");
    };
  }
}
