package io.healthconnect.domain.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what changes of an appointment are news, and to whom: to the two people, except the one
 * who made the change. Notes, a completed appointment, and a no-show are no news. Whoever moves or
 * calls off an appointment that came by mail before gets an {@linkplain Notice#isOwn own notice},
 * whose mail moves or removes it in the person's calendar.
 */
public final class AppointmentNotices {
  private AppointmentNotices() {}

  /** The notices of a new appointment. */
  public static List<NoticeDraft> ofBooking(Appointment booked) {
    return of(booked, booked.history().last()).toList();
  }

  /**
   * The notices of what {@code after} adds to {@code before}.
   *
   * @param before the appointment as it is stored
   * @param after the same appointment as it will be
   */
  public static List<NoticeDraft> ofChange(Appointment before, Appointment after) {
    List<NoticeDraft> notices = new ArrayList<>();
    for (StatusChange change : after.history().after(before.history().length())) {
      of(after, change).forEach(notices::add);
    }
    if (before.review().isEmpty()) {
      after.review().ifPresent(review -> notices.add(reviewed(after, review.createdAt())));
    }
    return List.copyOf(notices);
  }

  /** Tells the patient of an appointment that its doctor is late. */
  public static NoticeDraft ofLateness(
      RunningLate late, AppointmentId appointment, PatientId patient) {
    return new NoticeDraft(
        patient.account(),
        NoticeKind.RUNNING_LATE,
        late.since(),
        Optional.of(appointment),
        Optional.of(late.doctor().account()));
  }

  /** Tells the patient of an appointment to come that its doctor has been disabled. */
  public static NoticeDraft ofDisabling(
      DoctorId doctor, AppointmentId appointment, PatientId patient, Instant now) {
    return new NoticeDraft(
        patient.account(),
        NoticeKind.DOCTOR_UNAVAILABLE,
        now,
        Optional.of(appointment),
        Optional.of(doctor.account()));
  }

  private static NoticeDraft reviewed(Appointment appointment, Instant at) {
    return new NoticeDraft(
        appointment.doctorId().account(),
        NoticeKind.REVIEW_RECEIVED,
        at,
        Optional.of(appointment.id()),
        Optional.of(appointment.patientId().account()));
  }

  private static Stream<NoticeDraft> of(Appointment appointment, StatusChange change) {
    return kind(change).stream()
        .flatMap(
            kind ->
                Stream.concat(
                        receivers(appointment, change.by()), invited(appointment, change).stream())
                    .map(
                        to ->
                            new NoticeDraft(
                                to,
                                kind,
                                change.at(),
                                Optional.of(appointment.id()),
                                change.by())));
  }

  private static Stream<AccountId> receivers(Appointment appointment, Optional<AccountId> by) {
    return Stream.of(appointment.doctorId().account(), appointment.patientId().account())
        .filter(person -> !by.equals(Optional.of(person)));
  }

  /** Who made the change, if that person was told of an earlier one, and it is to be told now. */
  private static Optional<AccountId> invited(Appointment appointment, StatusChange change) {
    List<StatusChange> recent = appointment.history().recent();
    boolean forgotten = appointment.history().length() > recent.size();
    boolean changesCalendars = change.isRescheduling() || !change.to().occupies();
    return change
        .by()
        .filter(
            person ->
                changesCalendars
                    && (forgotten
                        || recent.subList(0, recent.indexOf(change)).stream()
                            .anyMatch(earlier -> !earlier.by().equals(Optional.of(person)))));
  }

  private static Optional<NoticeKind> kind(StatusChange change) {
    if (change.isRescheduling()) {
      return Optional.of(NoticeKind.VISIT_MOVED);
    }
    return switch (change.to()) {
      case PENDING -> Optional.of(NoticeKind.VISIT_REQUESTED);
      case SCHEDULED -> Optional.of(NoticeKind.VISIT_CONFIRMED);
      case DECLINED -> Optional.of(NoticeKind.VISIT_DECLINED);
      case CANCELLED -> Optional.of(NoticeKind.VISIT_CANCELLED);
      case COMPLETED, NO_SHOW -> Optional.empty();
    };
  }
}
