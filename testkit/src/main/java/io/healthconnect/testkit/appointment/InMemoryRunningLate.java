package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.WaitingPolicy;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.account.InMemoryAccountRepository;
import io.healthconnect.testkit.notice.InMemoryNoticeRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is running late, in memory. */
public final class InMemoryRunningLate implements RunningLateRepository {
  private final StoreLock lock;
  private final InMemoryAccountRepository accounts;
  private final InMemoryAppointmentRepository appointments;
  private final InMemoryAttendances attendances;
  private final InMemoryNoticeRepository notices;
  private final Map<DoctorId, RunningLate> stored = new HashMap<>();

  public InMemoryRunningLate(
      StoreLock lock,
      InMemoryAccountRepository accounts,
      InMemoryAppointmentRepository appointments,
      InMemoryAttendances attendances,
      InMemoryNoticeRepository notices) {
    this.lock = lock;
    this.accounts = accounts;
    this.appointments = appointments;
    this.attendances = attendances;
    this.notices = notices;
  }

  @Override
  public void say(RunningLate late) {
    lock.step(
        () -> {
          Optional<RunningLate> before = Optional.ofNullable(stored.put(late.doctor(), late));
          List<Appointment> concerned = concerned(late);
          publish(late.doctor(), late.minutes(), concerned);
          if (late.isNews(before)) {
            notices.add(
                concerned.stream()
                    .map(each -> AppointmentNotices.ofLateness(late, each.id(), each.patientId()))
                    .toList());
          }
          return late;
        });
  }

  @Override
  public void clear(DoctorId doctor, Instant now) {
    lock.step(
        () -> {
          Optional<RunningLate> before = Optional.ofNullable(stored.remove(doctor));
          before.ifPresent(late -> publish(doctor, 0, concerned(new RunningLate(doctor, 1, now))));
          return before;
        });
  }

  private List<Appointment> concerned(RunningLate late) {
    Instant since = late.period().startsAt();
    TimeSlot period =
        new TimeSlot(since.minus(WaitingPolicy.CLOSES_AFTER_END), late.period().endsAt());
    return appointments.occupying(late.doctor(), period).stream()
        .filter(appointment -> appointment.status() == AppointmentStatus.SCHEDULED)
        .filter(
            appointment ->
                appointment.time().slot().endsAt().isAfter(since) || isAwaited(appointment))
        .toList();
  }

  private boolean isAwaited(Appointment appointment) {
    return attendances.find(List.of(appointment.id())).values().stream()
        .anyMatch(Attendance::present);
  }

  private void publish(DoctorId doctor, int minutes, List<Appointment> concerned) {
    lock.publish(
        Change.DoctorLate.of(doctor, minutes, concerned.stream().map(Appointment::patientId)));
  }

  @Override
  public Optional<RunningLate> find(DoctorId doctor, Instant now) {
    return lock.step(
        () ->
            Optional.ofNullable(stored.get(doctor))
                .filter(late -> late.isLive(now))
                .filter(
                    late ->
                        accounts
                            .find(doctor.account())
                            .filter(account -> !account.standing().erased())
                            .isPresent()));
  }
}
