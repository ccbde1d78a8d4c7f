package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.StoreLock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Holds in memory. */
public final class InMemoryHoldRepository implements HoldRepository {
  private final StoreLock lock;
  private final InMemoryHolds holds;
  private final InMemoryAppointmentRepository appointments;

  public InMemoryHoldRepository(
      StoreLock lock, InMemoryHolds holds, InMemoryAppointmentRepository appointments) {
    this.lock = lock;
    this.holds = holds;
    this.appointments = appointments;
  }

  @Override
  public Optional<Hold> place(Hold wanted, Instant now) {
    return lock.step(
        () -> {
          Optional<Hold> earlier = holds.of(wanted.patient());
          if (earlier.filter(hold -> hold.isLive(now) && hold.keepsTheSameAs(wanted)).isPresent()) {
            return earlier;
          }
          if (isTaken(wanted, now)) {
            return Optional.empty();
          }
          holds.put(wanted);
          earlier.ifPresent(hold -> changed(hold.doctor()));
          changed(wanted.doctor());
          return Optional.of(wanted);
        });
  }

  private boolean isTaken(Hold wanted, Instant now) {
    return !appointments.occupying(wanted.doctor(), wanted.time()).isEmpty()
        || held(List.of(wanted.doctor()), wanted.time(), now).stream()
            .anyMatch(hold -> !hold.patient().equals(wanted.patient()));
  }

  @Override
  public boolean release(HoldId id, PatientId patient) {
    return lock.step(
        () -> {
          Optional<Hold> own = holds.of(patient).filter(hold -> hold.id().equals(id));
          own.ifPresent(
              hold -> {
                holds.remove(patient);
                changed(hold.doctor());
              });
          return own.isPresent();
        });
  }

  private void changed(DoctorId doctor) {
    lock.publish(new Change.DoctorChanged(doctor));
  }

  @Override
  public Optional<Hold> find(PatientId patient, Instant now) {
    return lock.step(() -> holds.of(patient).filter(hold -> hold.isLive(now)));
  }

  @Override
  public List<Hold> held(Collection<DoctorId> doctors, TimeSlot range, Instant now) {
    return lock.step(
        () ->
            holds.all().stream()
                .filter(hold -> doctors.contains(hold.doctor()))
                .filter(hold -> hold.isLive(now) && hold.time().overlaps(range))
                .toList());
  }

  @Override
  public int purge(Instant now) {
    return lock.step(
        () -> {
          List<Hold> expired = holds.all().stream().filter(hold -> !hold.isLive(now)).toList();
          expired.forEach(hold -> holds.remove(hold.patient()));
          return expired.size();
        });
  }
}
