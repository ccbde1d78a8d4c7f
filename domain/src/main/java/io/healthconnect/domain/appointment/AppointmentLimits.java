package io.healthconnect.domain.appointment;

/**
 * How much of the calendar and the store one person can use up.
 *
 * @param open how many occupying appointments that have not started a patient may have
 * @param openWithDoctor how many of these may be with the same doctor
 * @param reschedulings how often one appointment may be rescheduled
 * @param noteVersions how many versions of its notes are kept; further changes are refused
 */
public record AppointmentLimits(int open, int openWithDoctor, int reschedulings, int noteVersions) {
  private static final AppointmentLimits NONE = new AppointmentLimits(0, 0, 0, 0);

  public static final AppointmentLimits DEFAULT =
      NONE.withOpen(20).withOpenWithDoctor(5).withReschedulings(10).withNoteVersions(100);

  public AppointmentLimits withOpen(int open) {
    return new AppointmentLimits(open, openWithDoctor, reschedulings, noteVersions);
  }

  public AppointmentLimits withOpenWithDoctor(int openWithDoctor) {
    return new AppointmentLimits(open, openWithDoctor, reschedulings, noteVersions);
  }

  public AppointmentLimits withReschedulings(int reschedulings) {
    return new AppointmentLimits(open, openWithDoctor, reschedulings, noteVersions);
  }

  public AppointmentLimits withNoteVersions(int noteVersions) {
    return new AppointmentLimits(open, openWithDoctor, reschedulings, noteVersions);
  }
}
