package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;

/**
 * How a doctor's windows become slots.
 *
 * @param slotMinutes length of a visit, 5 to 480
 * @param bufferMinutes kept free between two visits, 0 to 240
 * @param minimumNoticeMinutes how long before its start a patient can book or move, 0 to 43,200
 * @param horizonDays how many days ahead can be booked, 1 to 365
 * @param autoConfirm whether a booking needs no confirmation
 */
public record BookingRules(
    int slotMinutes,
    int bufferMinutes,
    int minimumNoticeMinutes,
    int horizonDays,
    boolean autoConfirm) {

  public static final BookingRules DEFAULT = new BookingRules(30, 0, 0, 60, false);

  public BookingRules {
    within("slotMinutes", slotMinutes, 5, 480);
    within("bufferMinutes", bufferMinutes, 0, 240);
    within("minimumNoticeMinutes", minimumNoticeMinutes, 0, 43_200);
    within("horizonDays", horizonDays, 1, 365);
  }

  private static void within(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidValueException(field, "must be " + min + " to " + max);
    }
  }
}
