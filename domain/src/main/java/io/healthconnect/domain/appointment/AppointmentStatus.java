package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import java.util.Set;

/** Where a visit stands, and the one table of what may follow (design.md section 3). */
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

  /** The statuses that may follow this one; a move may keep the status. */
  public Set<AppointmentStatus> next() {
    return switch (this) {
      case PENDING -> Set.of(PENDING, SCHEDULED, DECLINED, CANCELLED);
      case SCHEDULED -> Set.of(PENDING, SCHEDULED, CANCELLED, COMPLETED, NO_SHOW);
      case COMPLETED, DECLINED, CANCELLED, NO_SHOW -> Set.of();
    };
  }

  /** Whether a visit of this status keeps its time from others. */
  public boolean occupies() {
    return this == PENDING || this == SCHEDULED;
  }

  public static AppointmentStatus parse(String text) {
    for (AppointmentStatus status : values()) {
      if (status.code.equals(text)) {
        return status;
      }
    }
    throw new InvalidValueException("status", "is not a status");
  }
}
