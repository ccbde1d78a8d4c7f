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
  /** An appointment is kept, but its doctor has been disabled and cannot log in. */
  DOCTOR_UNAVAILABLE,
  /** A confirmed appointment begins soon. */
  VISIT_REMINDER,
  REVIEW_RECEIVED,
  /** A call rang in vain, or did not ring because the person was in another call. */
  MISSED_CALL,
  /** A message came while no device of the person was connected. */
  NEW_MESSAGE,
  /** Somebody logged in on a device on which the person had not logged in before. */
  NEW_SIGN_IN,
  PASSWORD_CHANGED,
  /** An admin looked at the account. */
  DATA_READ;

  /** Whether an unread notice of this kind, from the same person, stands for later ones too. */
  public boolean standsForLater() {
    return this == NEW_MESSAGE || this == DATA_READ;
  }

  /**
   * Whether notices of this kind warn of somebody else at the account. Only whoever is logged in
   * may stop their mails: a mail can fall into wrong hands.
   */
  public boolean isWarning() {
    return this == NEW_SIGN_IN || this == PASSWORD_CHANGED || this == DATA_READ;
  }

  /**
   * Whether live devices are told of notices of this kind. A message is an event of its own, also
   * for a device that comes back.
   */
  public boolean isEvent() {
    return this != NEW_MESSAGE;
  }

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
