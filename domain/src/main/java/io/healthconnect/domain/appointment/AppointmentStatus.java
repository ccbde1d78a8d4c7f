package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import java.util.Set;

/** The status of an appointment, and the single table of transitions. */
public enum AppointmentStatus {
  PENDING("pending"),
  SCHEDULED("scheduled"),
  COMPLETED("completed"),
  DECLINED("declined"),
  CANCELLED("cancelled"),
  NO_SHOW("no_show");

  private final String code;

  AppointmentStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The statuses that may follow this one. Rescheduling may keep the status. */
  public Set<AppointmentStatus> next() {
    return switch (this) {
      case PENDING -> Set.of(PENDING, SCHEDULED, DECLINED, CANCELLED);
      case SCHEDULED -> Set.of(PENDING, SCHEDULED, CANCELLED, COMPLETED, NO_SHOW);
      case COMPLETED, DECLINED, CANCELLED, NO_SHOW -> Set.of();
    };
  }

  /** Whether an appointment with this status keeps its time from others. */
  public boolean occupies() {
    return this == PENDING || this == SCHEDULED;
  }

  /** Whether an appointment with this status was confirmed and not cancelled. */
  public boolean wasConfirmed() {
    return this == SCHEDULED || this == COMPLETED || this == NO_SHOW;
  }

  public static AppointmentStatus parse(String text) {
    for (AppointmentStatus status : values()) {
      if (status.code.equals(text)) {
        return status;
      }
    }
    throw new InvalidValueException("status", "is not a status", Code.UNKNOWN_VALUE);
  }
}
