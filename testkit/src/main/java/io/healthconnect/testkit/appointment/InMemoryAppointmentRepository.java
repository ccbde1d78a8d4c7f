package io.healthconnect.testkit.appointment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.FreeTimes;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.notice.Reminders;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Paging;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.doctor.InMemoryDoctorRepository;
import io.healthconnect.testkit.notice.InMemoryNoticeRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Appointments in memory. */
public final class InMemoryAppointmentRepository implements AppointmentRepository {
  private final StoreLock lock;
  private final InMemoryDoctorRepository doctors;
  private final InMemoryHolds holds;
  private final InMemoryNoticeRepository notices;
  private final Map<AppointmentId, Appointment> appointments = new HashMap<>();
  private final Map<AppointmentId, List<StatusChange>> histories = new HashMap<>();
  private final Map<AppointmentId, List<NoteVersion>> noteVersions = new HashMap<>();
  private final InMemoryIdempotencyKeys keys = new InMemoryIdempotencyKeys();

  public InMemoryAppointmentRepository(
      StoreLock lock,
      InMemoryDoctorRepository doctors,
      InMemoryHolds holds,
      InMemoryNoticeRepository notices) {
    this.lock = lock;
    this.doctors = doctors;
    this.holds = holds;
    this.notices = notices;
  }

  @Override
  public Result<Appointment, Conflict> book(
      Appointment appointment, Optional<IdempotencyKey> key, AppointmentLimits limits) {
    return lock.step(
        () -> {
          Instant now = appointment.history().last().at();
          Optional<Result<Appointment, Conflict>> earlier =
              key.flatMap(used -> findBooked(appointment.patientId(), used, now));
          return earlier.orElseGet(() -> bookNew(appointment.withVersion(1), key, limits));
        });
  }

  private Result<Appointment, Conflict> bookNew(
      Appointment appointment, Optional<IdempotencyKey> key, AppointmentLimits limits) {
    if (appointments.containsKey(appointment.id())) {
      throw new IllegalStateException("the appointment already exists");
    }
    if (!doctors.visibility(appointment.doctorId()).isListed()) {
      return Result.failure(Conflict.DOCTOR_HIDDEN);
    }
    Optional<Conflict> conflict = conflict(appointment).or(() -> limitReached(appointment, limits));
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    key.ifPresent(used -> keys.put(used, appointment));
    if (appointment.isTakenByPatient()) {
      holds.remove(appointment.patientId());
    }
    return Result.success(put(appointment));
  }

  @Override
  public Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now) {
    return lock.step(() -> keys.find(patient, key, now));
  }

  @Override
  public Optional<Appointment> find(AppointmentId id) {
    return lock.step(() -> Optional.ofNullable(appointments.get(id)));
  }

  @Override
  public List<StatusChange> history(AppointmentId id, int limit) {
    return lock.step(() -> newest(histories.getOrDefault(id, List.of()), limit));
  }

  @Override
  public List<NoteVersion> notes(AppointmentId id, int limit) {
    return lock.step(() -> newest(noteVersions.getOrDefault(id, List.of()), limit));
  }

  private static <T> List<T> newest(List<T> all, int limit) {
    return List.copyOf(all.subList(Math.max(0, all.size() - limit), all.size()));
  }

  @Override
  public Appointment save(Appointment appointment) {
    return lock.step(
        () -> {
          Appointment stored = current(appointment);
          if (!stored.time().equals(appointment.time())) {
            throw new IllegalArgumentException("a change of time needs a reschedule");
          }
          return put(appointment.withVersion(stored.version() + 1));
        });
  }

  @Override
  public Result<Appointment, Conflict> reschedule(
      Appointment appointment, AppointmentLimits limits) {
    return lock.step(
        () -> {
          Appointment stored = current(appointment);
          boolean wasOpen = !stored.hasStarted(appointment.history().last().at());
          Optional<Conflict> conflict =
              conflict(appointment)
                  .or(() -> wasOpen ? Optional.empty() : limitReached(appointment, limits));
          return conflict
              .<Result<Appointment, Conflict>>map(Result::failure)
              .orElseGet(() -> Result.success(put(appointment.withVersion(stored.version() + 1))));
        });
  }

  @Override
  public Appointment addReview(Appointment appointment) {
    return lock.step(
        () -> {
          Appointment saved = save(appointment);
          doctors.rate(saved.doctorId(), saved.review().orElseThrow().rating());
          return saved;
        });
  }

  @Override
  public Page<Appointment> list(AppointmentQuery query) {
    return lock.step(
        () ->
            Paging.page(
                all(appointment -> matches(appointment, query)).toList(),
                Paging.checked(query.page()),
                query.descending(),
                appointment -> Paging.key(appointment.time().slot().startsAt().toEpochMilli()),
                appointment -> appointment.id().value()));
  }

  /** For the administration of accounts: those that occupy a time after now. */
  public List<Appointment> coming(DoctorId doctor, Instant now) {
    return all(appointment ->
            appointment.doctorId().equals(doctor)
                && appointment.status().occupies()
                && appointment.time().slot().startsAt().isAfter(now))
        .sorted(Comparator.comparing(appointment -> appointment.time().slot().startsAt()))
        .toList();
  }

  @Override
  public List<Appointment> occupying(DoctorId doctor, TimeSlot range) {
    return lock.step(
        () ->
            all(appointment ->
                    appointment.doctorId().equals(doctor)
                        && appointment.status().occupies()
                        && appointment.time().slot().overlaps(range))
                .sorted(Comparator.comparing(appointment -> appointment.time().slot().startsAt()))
                .toList());
  }

  @Override
  public Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range) {
    return lock.step(
        () ->
            doctors.stream()
                .distinct()
                .flatMap(doctor -> occupying(doctor, range).stream())
                .collect(
                    groupingBy(
                        Appointment::doctorId,
                        mapping(appointment -> appointment.time().slot(), toList()))));
  }

  @Override
  public Page<Appointment> reviewed(DoctorId doctor, PageRequest page) {
    return lock.step(
        () ->
            Paging.page(
                all(appointment ->
                        appointment.doctorId().equals(doctor) && appointment.review().isPresent())
                    .toList(),
                Paging.checked(page),
                true,
                appointment ->
                    Paging.key(appointment.review().orElseThrow().createdAt().toEpochMilli()),
                appointment -> appointment.id().value()));
  }

  @Override
  public boolean haveContact(DoctorId doctor, PatientId patient) {
    return lock.step(
        () ->
            contacts(doctor.account())
                .anyMatch(appointment -> appointment.patientId().equals(patient)));
  }

  @Override
  public boolean haveConfirmed(DoctorId doctor, PatientId patient, Optional<TimeSlot> overlapping) {
    return lock.step(
        () ->
            all(appointment ->
                    appointment.doctorId().equals(doctor)
                        && appointment.patientId().equals(patient))
                .filter(appointment -> appointment.status().wasConfirmed())
                .anyMatch(
                    appointment ->
                        overlapping.map(appointment.time().slot()::overlaps).orElse(true)));
  }

  @Override
  public Set<PatientId> confirmedAmong(DoctorId doctor, Collection<PatientId> patients) {
    return lock.step(
        () ->
            all(appointment ->
                    appointment.doctorId().equals(doctor)
                        && patients.contains(appointment.patientId()))
                .filter(appointment -> appointment.status().wasConfirmed())
                .map(Appointment::patientId)
                .collect(toUnmodifiableSet()));
  }

  @Override
  public List<AppointmentId> unconfirmed(Instant now, int limit) {
    return lock.step(
        () ->
            all(appointment ->
                    appointment.status() == AppointmentStatus.PENDING
                        && appointment.hasStarted(now))
                .sorted(
                    Comparator.<Appointment, Instant>comparing(
                            appointment -> appointment.time().slot().startsAt())
                        .thenComparing(appointment -> appointment.id().value()))
                .limit(limit)
                .map(Appointment::id)
                .toList());
  }

  @Override
  public Set<AccountId> contactsOf(AccountId account) {
    return lock.step(
        () ->
            contacts(account)
                .map(
                    appointment ->
                        appointment.doctorId().account().equals(account)
                            ? appointment.patientId().account()
                            : appointment.doctorId().account())
                .collect(toUnmodifiableSet()));
  }

  @Override
  public Set<AccountId> contactsAmong(AccountId account, Collection<AccountId> others) {
    return contactsOf(account).stream().filter(others::contains).collect(toUnmodifiableSet());
  }

  @Override
  public Page<PatientId> patientsOf(DoctorId doctor, PageRequest page) {
    return lock.step(
        () ->
            Paging.page(
                contacts(doctor.account()).map(Appointment::patientId).distinct().toList(),
                page,
                false,
                patient -> "",
                PatientId::value));
  }

  @Override
  public int removeOf(AccountId participant, int limit) {
    return lock.step(
        () -> {
          List<AppointmentId> removed =
              all(appointment -> appointment.isParticipant(participant))
                  .map(Appointment::id)
                  .limit(limit)
                  .toList();
          removed.forEach(appointments::remove);
          removed.forEach(histories::remove);
          removed.forEach(noteVersions::remove);
          return removed.size();
        });
  }

  @Override
  public int purgeKeys(Instant now) {
    return lock.step(() -> keys.purge(now));
  }

  private Appointment current(Appointment appointment) {
    Appointment stored = appointments.get(appointment.id());
    if (stored == null || stored.version() != appointment.version()) {
      throw new StaleVersionException("appointment");
    }
    return stored;
  }

  private Appointment put(Appointment appointment) {
    List<StatusChange> history =
        histories.computeIfAbsent(appointment.id(), id -> new ArrayList<>());
    history.addAll(appointment.history().after(history.size()));
    List<NoteVersion> versions =
        noteVersions.computeIfAbsent(appointment.id(), id -> new ArrayList<>());
    if (appointment.notes().versions() > versions.size()) {
      versions.add(appointment.notes().current().orElseThrow());
    } else if (!versions.isEmpty()) {
      versions.set(versions.size() - 1, appointment.notes().current().orElseThrow());
    }
    Appointment before = appointments.put(appointment.id(), appointment);
    if (before == null || FreeTimes.areChangedBy(before, appointment)) {
      doctors.freeTimesChanged(appointment.doctorId());
    }
    lock.publish(new Change.AppointmentChanged(appointment));
    notices.add(
        before == null
            ? AppointmentNotices.ofBooking(appointment)
            : AppointmentNotices.ofChange(before, appointment));
    if (before == null || Reminders.areMovedBy(before, appointment)) {
      notices.remindOf(appointment);
    }
    return appointment;
  }

  private Optional<Conflict> conflict(Appointment wanted) {
    List<Appointment> overlapping =
        all(appointment ->
                wanted.status().occupies()
                    && appointment.status().occupies()
                    && !appointment.id().equals(wanted.id())
                    && appointment.time().slot().overlaps(wanted.time().slot()))
            .toList();
    if (overlapping.stream()
            .anyMatch(appointment -> appointment.doctorId().equals(wanted.doctorId()))
        || holds.bar(wanted)) {
      return Optional.of(Conflict.DOCTOR_BUSY);
    }
    return overlapping.stream()
            .anyMatch(appointment -> appointment.patientId().equals(wanted.patientId()))
        ? Optional.of(Conflict.PATIENT_BUSY)
        : Optional.empty();
  }

  private Optional<Conflict> limitReached(Appointment wanted, AppointmentLimits limits) {
    Instant now = wanted.history().last().at();
    List<Appointment> open =
        all(appointment ->
                appointment.patientId().equals(wanted.patientId())
                    && appointment.status().occupies()
                    && !appointment.hasStarted(now))
            .toList();
    long withDoctor =
        open.stream()
            .filter(appointment -> appointment.doctorId().equals(wanted.doctorId()))
            .count();
    boolean reached = open.size() >= limits.open() || withDoctor >= limits.openWithDoctor();
    return reached && !wanted.hasStarted(now)
        ? Optional.of(Conflict.LIMIT_REACHED)
        : Optional.empty();
  }

  private Stream<Appointment> contacts(AccountId account) {
    return all(appointment -> appointment.isParticipant(account) && appointment.opensContact());
  }

  private Stream<Appointment> all(Predicate<Appointment> wanted) {
    return appointments.values().stream().filter(wanted);
  }

  private static boolean matches(Appointment appointment, AppointmentQuery query) {
    Instant start = appointment.time().slot().startsAt();
    return appointment.isParticipant(query.participant())
        && query.with().map(appointment::isParticipant).orElse(true)
        && (query.statuses().isEmpty() || query.statuses().contains(appointment.status()))
        && query.from().map(from -> !start.isBefore(from)).orElse(true)
        && query.to().map(start::isBefore).orElse(true);
  }
}
