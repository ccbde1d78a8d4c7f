package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import java.util.Optional;

/**
 * How a doctor's windows become slots, and when patients can call.
 *
 * @param slotMinutes length of an appointment, 5 to 480
 * @param bufferMinutes minutes that stay free between two appointments, 0 to 240
 * @param minimumNoticeMinutes how long before the start a patient can still book or reschedule, 0
 *     to 43,200
 * @param horizonDays how many days ahead patients can book, 1 to 365
 * @param autoConfirm whether a booking needs no confirmation
 * @param callsAnytime whether patients with a confirmed appointment, also a past one, may ring at
 *     any time
 * @param quiet whether patients cannot ring at all, as if the doctor were offline
 */
public record BookingRules(
    int slotMinutes,
    int bufferMinutes,
    int minimumNoticeMinutes,
    int horizonDays,
    boolean autoConfirm,
    boolean callsAnytime,
    boolean quiet) {

  /**
   * Half an hour without breaks or notice, up to 60 days ahead; the doctor confirms each, and
   * patients can ring only around their appointments.
   */
  public static final BookingRules DEFAULT = new BookingRules(30, 0, 0, 60, false, false, false);

  public BookingRules {
    within("slotMinutes", slotMinutes, 5, 480);
    within("bufferMinutes", bufferMinutes, 0, 240);
    within("minimumNoticeMinutes", minimumNoticeMinutes, 0, 43_200);
    within("horizonDays", horizonDays, 1, 365);
  }

  public BookingRules withSlotMinutes(int slotMinutes) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  public BookingRules withBufferMinutes(int bufferMinutes) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  public BookingRules withMinimumNoticeMinutes(int minimumNoticeMinutes) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  public BookingRules withHorizonDays(int horizonDays) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  public BookingRules withAutoConfirm(boolean autoConfirm) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  public BookingRules withCallsAnytime(boolean callsAnytime) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  public BookingRules withQuiet(boolean quiet) {
    return new BookingRules(
        slotMinutes,
        bufferMinutes,
        minimumNoticeMinutes,
        horizonDays,
        autoConfirm,
        callsAnytime,
        quiet);
  }

  /** New values for some rules; rules without a new value keep theirs. */
  public record Change(
      Optional<Integer> slotMinutes,
      Optional<Integer> bufferMinutes,
      Optional<Integer> minimumNoticeMinutes,
      Optional<Integer> horizonDays,
      Optional<Boolean> autoConfirm,
      Optional<Boolean> callsAnytime,
      Optional<Boolean> quiet) {
    /** New values for rules about bookings alone. */
    public Change(
        Optional<Integer> slotMinutes,
        Optional<Integer> bufferMinutes,
        Optional<Integer> minimumNoticeMinutes,
        Optional<Integer> horizonDays,
        Optional<Boolean> autoConfirm) {
      this(
          slotMinutes,
          bufferMinutes,
          minimumNoticeMinutes,
          horizonDays,
          autoConfirm,
          Optional.empty(),
          Optional.empty());
    }

    public static final Change NONE =
        new Change(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * @throws InvalidValueException if a new value breaks its rule
     */
    public BookingRules applyTo(BookingRules rules) {
      return new BookingRules(
          slotMinutes.orElse(rules.slotMinutes),
          bufferMinutes.orElse(rules.bufferMinutes),
          minimumNoticeMinutes.orElse(rules.minimumNoticeMinutes),
          horizonDays.orElse(rules.horizonDays),
          autoConfirm.orElse(rules.autoConfirm),
          callsAnytime.orElse(rules.callsAnytime),
          quiet.orElse(rules.quiet));
    }
  }

  private static void within(String field, int value, int min, int max) {
    if (value < min || value > max) {
      throw InvalidValueException.outOfRange(field, min, max);
    }
  }
}
