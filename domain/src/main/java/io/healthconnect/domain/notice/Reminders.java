package io.healthconnect.domain.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides when people are reminded of their confirmed appointments. The time before the start is
 * elapsed time: across a change of clocks, a day is still 24 hours.
 */
public final class Reminders {
  private Reminders() {}

  /**
   * When a person is to be reminded of a confirmed appointment. What would be due now or earlier is
   * left out: the person has just been told of the appointment.
   */
  public static List<Instant> dueTimes(Instant startsAt, NoticeSettings settings, Instant now) {
    return settings.reminderMinutes().stream()
        .map(minutes -> startsAt.minus(Duration.ofMinutes(minutes)))
        .filter(due -> due.isAfter(now))
        .toList();
  }

  /**
   * The people who can be reminded of an appointment, with their roles; nobody unless it is
   * confirmed.
   */
  public static Map<AccountId, Role> people(Appointment appointment) {
    return appointment.status() == AppointmentStatus.SCHEDULED
        ? Map.of(
            appointment.patientId().account(),
            Role.PATIENT,
            appointment.doctorId().account(),
            Role.DOCTOR)
        : Map.of();
  }

  /**
   * Whether a change moves reminders. They follow the status and the time, each change of which is
   * in the history.
   *
   * @param before the appointment as it is stored
   * @param after the same appointment as it will be
   */
  public static boolean areMovedBy(Appointment before, Appointment after) {
    return after.history().length() > before.history().length();
  }

  /** The notice that a due reminder becomes. */
  public static NoticeDraft notice(AccountId to, AppointmentId appointment, Instant now) {
    return new NoticeDraft(
        to, NoticeKind.VISIT_REMINDER, now, Optional.of(appointment), Optional.empty());
  }
}
