package io.healthconnect.domain.waiting;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When the patient of an appointment was there, and the devices that wait. Immutable. Kept after
 * the patient has gone, so that a patient who was never there can be told from one who was.
 *
 * @param since when the patient came, or came last
 * @param seenAt when the patient was there last, exact to {@link #CHECK}
 * @param devices those that wait, the latest last; none if the patient does not wait
 * @param checkAt when to look again whether they are connected; present while the patient waits
 */
public record Attendance(
    AppointmentId appointment,
    DoctorId doctor,
    PatientId patient,
    Instant since,
    Instant seenAt,
    List<DeviceId> devices,
    Optional<Instant> checkAt,
    Optional<Admission> admission) {
  /** How often connections are checked; a device that reports its departure needs no check. */
  public static final Duration CHECK = Duration.ofSeconds(15);

  /** How long a patient whose connections are lost keeps the place. */
  public static final Duration GRACE = Duration.ofSeconds(30);

  /** Devices that are remembered; more take the place of the earliest. */
  public static final int MOST_DEVICES = 8;

  public Attendance {
    devices = List.copyOf(devices);
    if (devices.isEmpty() == checkAt.isPresent()) {
      throw new IllegalArgumentException("a patient who waits is checked, and nobody else");
    }
  }

  /** The patient was there and does not wait: for instance, has joined a call. */
  public static Attendance seen(Appointment appointment, Instant now) {
    return new Attendance(
        appointment.id(),
        appointment.doctorId(),
        appointment.patientId(),
        now,
        now,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether the patient waits now. */
  public boolean present() {
    return !devices.isEmpty();
  }

  /** A device begins to wait; the place of a patient who waits already stays. */
  public Attendance join(DeviceId device, Instant now) {
    if (devices.contains(device)) {
      return this;
    }
    List<DeviceId> all = new ArrayList<>(devices);
    all.add(device);
    List<DeviceId> kept = all.subList(Math.max(0, all.size() - MOST_DEVICES), all.size());
    return new Attendance(
        appointment,
        doctor,
        patient,
        present() ? since : now,
        now,
        kept,
        Optional.of(now.plus(CHECK)),
        admission);
  }

  /** A device stops waiting; the patient waits no longer when it was the last. */
  public Attendance leave(DeviceId device) {
    List<DeviceId> rest = devices.stream().filter(each -> !each.equals(device)).toList();
    return rest.isEmpty() ? end() : with(rest, seenAt, checkAt);
  }

  /** Nobody waits any more. */
  public Attendance end() {
    return new Attendance(
        appointment, doctor, patient, since, seenAt, List.of(), Optional.empty(), Optional.empty());
  }

  /** The patient is in the call now, and waits no longer. */
  public Attendance inCall(Instant now) {
    return new Attendance(
        appointment, doctor, patient, since, now, List.of(), Optional.empty(), Optional.empty());
  }

  public boolean isDue(Instant now) {
    return checkAt.filter(due -> !now.isBefore(due)).isPresent();
  }

  /**
   * Looks which devices are connected. When none is, the patient keeps the place until {@link
   * #GRACE} has passed since one was.
   */
  public Attendance check(Predicate<DeviceId> connected, Instant now) {
    List<DeviceId> alive = devices.stream().filter(connected).toList();
    if (!alive.isEmpty()) {
      return with(alive, now, Optional.of(now.plus(CHECK)));
    }
    Instant until = seenAt.plus(GRACE);
    return now.isBefore(until) && present() ? with(devices, seenAt, Optional.of(until)) : end();
  }

  /**
   * A device of the doctor admits the patient, on the device that came last of those connected.
   *
   * @return empty if the patient is not there
   */
  public Optional<Attendance> admit(DeviceId by, Predicate<DeviceId> connected, Instant now) {
    List<DeviceId> alive = devices.stream().filter(connected).toList();
    return alive.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Attendance(
                appointment,
                doctor,
                patient,
                since,
                seenAt,
                devices,
                checkAt,
                Optional.of(new Admission(by, alive.get(alive.size() - 1), now))));
  }

  /** Whether another device of the doctor has just admitted the patient. */
  public boolean isAdmittedByAnother(DeviceId device, Instant now) {
    return admission.filter(made -> made.excludes(device, now)).isPresent();
  }

  /** What people are told when this takes the place of {@code before}. */
  public List<Change> changesSince(Optional<Attendance> before) {
    List<Change> changes = new ArrayList<>();
    waitingSince(before).ifPresent(changes::add);
    admittedSince(before).ifPresent(changes::add);
    return changes;
  }

  /** Told if the patient has come, come anew or gone since {@code before}. */
  public Optional<Change.WaitingChanged> waitingSince(Optional<Attendance> before) {
    boolean same =
        before
            .filter(old -> old.present() == present())
            .filter(old -> !present() || old.since.equals(since))
            .isPresent();
    return same
        ? Optional.empty()
        : Optional.of(
            new Change.WaitingChanged(
                appointment, doctor.account(), patient.account(), since, present()));
  }

  /** Told if the patient has been admitted since {@code before}. */
  public Optional<Change.PatientAdmitted> admittedSince(Optional<Attendance> before) {
    return admission
        .filter(made -> !before.flatMap(Attendance::admission).equals(admission))
        .map(made -> new Change.PatientAdmitted(appointment, patient.account(), made.to()));
  }

  public boolean isOf(AccountId account) {
    return patient.account().equals(account) || doctor.account().equals(account);
  }

  private Attendance with(List<DeviceId> kept, Instant seen, Optional<Instant> due) {
    return new Attendance(appointment, doctor, patient, since, seen, kept, due, admission);
  }
}
