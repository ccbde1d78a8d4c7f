package io.healthconnect.application.doctor;

import io.healthconnect.application.Retry;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.Availability;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

final class ChangePracticeHandler implements ChangePractice {
  /** Visits can be booked at most 365 days ahead, and those are all that a new week can concern. */
  private static final Duration FURTHEST_VISIT = Duration.ofDays(370);

  private final DoctorRepository doctors;
  private final AccountRepository accounts;
  private final AppointmentRepository appointments;
  private final Clock clock;

  ChangePracticeHandler(
      DoctorRepository doctors,
      AccountRepository accounts,
      AppointmentRepository appointments,
      Clock clock) {
    this.doctors = doctors;
    this.accounts = accounts;
    this.appointments = appointments;
    this.clock = clock;
  }

  @Override
  public Result<Changed, Refusal> handle(Command command) {
    if (!command.actor().isDoctor()) {
      return Result.failure(Refusal.NOT_A_DOCTOR);
    }
    DoctorId id = command.actor().asDoctor();
    Optional<Doctor> saved = Retry.onStaleVersion(() -> save(id, command));
    if (saved.isEmpty()) {
      return Result.failure(Refusal.STALE);
    }
    if (command.edit() instanceof Edit.Profile profile) {
      profile.name().ifPresent(name -> rename(id, name));
    }
    return Result.success(
        new Changed(doctors.findListing(id).orElseThrow(), visitsThatNoLongerFit(saved.get())));
  }

  private Optional<Doctor> save(DoctorId id, Command command) {
    Doctor found = doctors.find(id).orElseThrow();
    boolean stale = command.expectedVersion().filter(v -> v != found.version()).isPresent();
    return stale ? Optional.empty() : Optional.of(doctors.save(apply(command.edit(), found)));
  }

  private Doctor apply(Edit edit, Doctor doctor) {
    if (edit instanceof Edit.Profile profile) {
      return profile.change().apply(doctor);
    }
    if (edit instanceof Edit.Week week) {
      return doctor.withSchedule(week.schedule());
    }
    if (edit instanceof Edit.OneDay day) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), doctor.timeZone());
      return doctor.withOverride(day.override(), today);
    }
    return doctor.withoutOverride(((Edit.UsualDay) edit).date());
  }

  private void rename(DoctorId id, PersonName name) {
    Retry.onStaleVersion(
        () -> accounts.save(accounts.find(id.account()).orElseThrow().withName(name)));
  }

  private List<Appointment> visitsThatNoLongerFit(Doctor doctor) {
    Instant now = clock.instant();
    List<Appointment> coming =
        appointments.occupying(doctor.id(), new TimeSlot(now, now.plus(FURTHEST_VISIT)));
    Availability availability = Availability.of(doctor, List.of(), now, true);
    return coming.stream().filter(visit -> !availability.fits(visit.time().slot())).toList();
  }
}
