package io.healthconnect.domain.notice;

import java.util.Arrays;
import java.util.Locale;

/** What a notice tells of. */
public enum NoticeKind {
  /** Somebody books an appointment that has to be confirmed. */
  VISIT_REQUESTED,
  /** An appointment is agreed on: it was confirmed, or booked with nothing left to confirm. */
  VISIT_CONFIRMED,
  VISIT_DECLINED,
  /** An appointment has another time. */
  VISIT_MOVED,
  VISIT_CANCELLED,
  /** The doctor of an appointment is late. */
  RUNNING_LATE,
  REVIEW_RECEIVED;

  /** The name on the wire and in the stores. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has this code
   */
  public static NoticeKind restore(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of notice has this code"));
  }
}
