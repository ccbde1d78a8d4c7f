package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.testkit.StoreLock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attendances in memory. */
public final class InMemoryAttendances implements AttendanceRepository {
  private final StoreLock lock;
  private final InMemoryAppointmentRepository appointments;
  private final Map<AppointmentId, Attendance> stored = new HashMap<>();

  public InMemoryAttendances(StoreLock lock, InMemoryAppointmentRepository appointments) {
    this.lock = lock;
    this.appointments = appointments;
  }

  @Override
  public <R> R change(AppointmentId id, Function<Optional<Attendance>, Step<R>> change) {
    return lock.step(
        () -> {
          Optional<Attendance> before = all(each -> each.appointment().equals(id)).findFirst();
          Step<R> step = change.apply(before);
          step.next()
              .filter(after -> before.filter(after::equals).isEmpty())
              .ifPresent(
                  after -> {
                    stored.put(id, after);
                    after.changesSince(before).forEach(lock::publish);
                  });
          return step.result();
        });
  }

  @Override
  public Map<AppointmentId, Attendance> find(Collection<AppointmentId> ids) {
    return lock.step(
        () ->
            all(each -> ids.contains(each.appointment()))
                .collect(Collectors.toMap(Attendance::appointment, each -> each)));
  }

  @Override
  public List<Attendance> waitingFor(DoctorId doctor, int limit) {
    return lock.step(
        () -> all(each -> each.present() && each.doctor().equals(doctor)).limit(limit).toList());
  }

  @Override
  public List<Attendance> waitingOf(PatientId patient, int limit) {
    return lock.step(
        () -> all(each -> each.present() && each.patient().equals(patient)).limit(limit).toList());
  }

  @Override
  public List<Attendance> due(Instant now, int limit) {
    return lock.step(
        () ->
            all(each -> each.isDue(now))
                .sorted(Comparator.comparing(each -> each.checkAt().orElseThrow()))
                .limit(limit)
                .toList());
  }

  /** Those whose appointment was not removed. */
  private Stream<Attendance> all(Predicate<Attendance> wanted) {
    return stored.values().stream()
        .filter(each -> appointments.find(each.appointment()).isPresent())
        .filter(wanted);
  }
}
