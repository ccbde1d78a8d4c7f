package io.healthconnect.domain;

import java.time.Duration;
import java.time.Instant;

/** A half-open interval of time: it contains its start but not its end. */
public record TimeSlot(Instant startsAt, Instant endsAt) {
  public TimeSlot {
    if (!startsAt.isBefore(endsAt)) {
      throw new InvalidValueException("endsAt", "must be after the start");
    }
  }

  /** Whether the two share an instant; slots that only touch do not. */
  public boolean overlaps(TimeSlot other) {
    return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
  }

  /** This slot with {@code margin} added on both sides. */
  public TimeSlot widenedBy(Duration margin) {
    return new TimeSlot(startsAt.minus(margin), endsAt.plus(margin));
  }
}
