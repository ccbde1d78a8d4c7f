package io.healthconnect.application.doctor;

import static java.time.temporal.ChronoUnit.DAYS;

import io.healthconnect.application.Retry;
import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.doctor.Availability;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

final class ChangePracticeHandler implements ChangePractice {
  /** A doctor books any date, whose year has four digits; in no zone is it later than this. */
  private static final Instant END_OF_DATES = Instant.parse("9999-12-31T23:59:59Z").plus(2, DAYS);

  private static final int MOST_SHOWN = 20;

  private final DoctorRepository doctors;
  private final AppointmentRepository appointments;
  private final Clock clock;

  ChangePracticeHandler(DoctorRepository doctors, AppointmentRepository appointments, Clock clock) {
    this.doctors = doctors;
    this.appointments = appointments;
    this.clock = clock;
  }

  @Override
  public Result<Changed, Refusal> changePractice(Command command) {
    if (!command.actor().isDoctor()) {
      return Result.failure(Refusal.NOT_A_DOCTOR);
    }
    DoctorId id = command.actor().asDoctor();
    return Retry.onStaleVersion(() -> save(id, command)).map(this::changed);
  }

  private Result<Doctor, Refusal> save(DoctorId id, Command command) {
    Doctor found = doctors.find(id).orElseThrow(() -> new MissingException("doctor"));
    // Before the version: what is wrong with the edit is wrong for every version.
    Edit edit = command.edit();
    Doctor edited = edit.applyTo(found, LocalDate.ofInstant(clock.instant(), found.timeZone()));
    if (command.expectedVersion().filter(v -> v != found.version()).isPresent()) {
      return Result.failure(Refusal.STALE);
    }
    return Result.success(
        edit.name().map(name -> doctors.save(edited, name)).orElseGet(() -> doctors.save(edited)));
  }

  private Changed changed(Doctor saved) {
    DoctorListing listing =
        doctors.findListing(saved.id()).orElseThrow(() -> new MissingException("doctor"));
    List<TimeSlot> outside = timesThatNoLongerFit(saved);
    return new Changed(listing, firstOf(outside, saved), outside.size());
  }

  private List<TimeSlot> timesThatNoLongerFit(Doctor doctor) {
    Instant now = clock.instant();
    TimeSlot coming = new TimeSlot(now, END_OF_DATES);
    Availability availability = Availability.of(doctor, List.of(), now, true);
    return appointments
        .occupied(List.of(doctor.id()), coming)
        .getOrDefault(doctor.id(), List.of())
        .stream()
        .filter(time -> !availability.fits(time))
        .sorted(Comparator.comparing(TimeSlot::startsAt))
        .toList();
  }

  /** Only the first of them, since a busy doctor may have thousands. */
  private List<Appointment> firstOf(List<TimeSlot> all, Doctor doctor) {
    List<TimeSlot> outside = all.stream().limit(MOST_SHOWN).toList();
    if (outside.isEmpty()) {
      return List.of();
    }
    TimeSlot span =
        new TimeSlot(outside.get(0).startsAt(), outside.get(outside.size() - 1).endsAt());
    return appointments.occupying(doctor.id(), span).stream()
        .filter(each -> outside.contains(each.time().slot()))
        .map(each -> each.announcedTo(doctor.id().account()))
        .toList();
  }
}
