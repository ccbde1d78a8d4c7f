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
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Paging;
import io.healthconnect.testkit.StepLock;
import io.healthconnect.testkit.doctor.InMemoryDoctorRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Visits in memory. */
public final class InMemoryAppointmentRepository implements AppointmentRepository {
  private final StepLock lock;
  private final InMemoryDoctorRepository doctors;
  private final Map<AppointmentId, Appointment> visits = new HashMap<>();
  private final UsedKeys keys = new UsedKeys();

  public InMemoryAppointmentRepository(StepLock lock, InMemoryDoctorRepository doctors) {
    this.lock = lock;
    this.doctors = doctors;
  }

  @Override
  public Result<Appointment, Conflict> book(Appointment appointment, Optional<IdempotencyKey> key) {
    return lock.step(
        () -> {
          Instant now = appointment.history().get(0).at();
          Optional<Result<Appointment, Conflict>> earlier =
              key.flatMap(used -> findBooked(appointment.patientId(), used, now));
          return earlier.orElseGet(() -> bookNew(appointment.withVersion(1), key));
        });
  }

  private Result<Appointment, Conflict> bookNew(
      Appointment appointment, Optional<IdempotencyKey> key) {
    if (visits.containsKey(appointment.id())) {
      throw new IllegalStateException("the appointment exists already");
    }
    Optional<Conflict> conflict = conflict(appointment);
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    key.ifPresent(used -> keys.put(used, appointment));
    return Result.success(put(appointment));
  }

  @Override
  public Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now) {
    return lock.step(() -> keys.find(patient, key, now));
  }

  @Override
  public Optional<Appointment> find(AppointmentId id) {
    return lock.step(() -> Optional.ofNullable(visits.get(id)));
  }

  @Override
  public Appointment save(Appointment appointment) {
    return lock.step(
        () -> {
          Appointment stored = current(appointment);
          if (!stored.time().equals(appointment.time())) {
            throw new IllegalArgumentException("a change of time is a move");
          }
          return put(appointment.withVersion(stored.version() + 1));
        });
  }

  @Override
  public Result<Appointment, Conflict> move(Appointment appointment) {
    return lock.step(
        () -> {
          Appointment stored = current(appointment);
          Optional<Conflict> conflict = conflict(appointment);
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
                all(visit -> matches(visit, query)).toList(),
                Paging.checked(query.page()),
                query.descending(),
                visit -> Paging.key(visit.time().slot().startsAt().toEpochMilli()),
                visit -> visit.id().value()));
  }

  @Override
  public List<Appointment> occupying(DoctorId doctor, TimeSlot range) {
    return lock.step(
        () ->
            all(visit ->
                    visit.doctorId().equals(doctor)
                        && visit.status().occupies()
                        && visit.time().slot().overlaps(range))
                .sorted(Comparator.comparing(visit -> visit.time().slot().startsAt()))
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
                        Appointment::doctorId, mapping(visit -> visit.time().slot(), toList()))));
  }

  @Override
  public Page<Appointment> reviewed(DoctorId doctor, PageRequest page) {
    return lock.step(
        () ->
            Paging.page(
                all(visit -> visit.doctorId().equals(doctor) && visit.review().isPresent())
                    .toList(),
                Paging.checked(page),
                true,
                visit -> Paging.key(visit.review().orElseThrow().createdAt().toEpochMilli()),
                visit -> visit.id().value()));
  }

  @Override
  public boolean haveContact(DoctorId doctor, PatientId patient) {
    return lock.step(
        () -> contacts(doctor.account()).anyMatch(visit -> visit.patientId().equals(patient)));
  }

  @Override
  public Set<AccountId> contactsOf(AccountId account) {
    return lock.step(
        () ->
            contacts(account)
                .map(
                    visit ->
                        visit.doctorId().account().equals(account)
                            ? visit.patientId().account()
                            : visit.doctorId().account())
                .collect(toUnmodifiableSet()));
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
  public int purgeKeys(Instant now) {
    return lock.step(() -> keys.purge(now));
  }

  private Appointment current(Appointment appointment) {
    Appointment stored = visits.get(appointment.id());
    if (stored == null || stored.version() != appointment.version()) {
      throw new StaleVersionException("appointment");
    }
    return stored;
  }

  private Appointment put(Appointment appointment) {
    visits.put(appointment.id(), appointment);
    lock.tell(new Change.AppointmentChanged(appointment));
    return appointment;
  }

  private Optional<Conflict> conflict(Appointment wanted) {
    List<Appointment> overlapping =
        all(visit ->
                wanted.status().occupies()
                    && visit.status().occupies()
                    && !visit.id().equals(wanted.id())
                    && visit.time().slot().overlaps(wanted.time().slot()))
            .toList();
    if (overlapping.stream().anyMatch(visit -> visit.doctorId().equals(wanted.doctorId()))) {
      return Optional.of(Conflict.DOCTOR_BUSY);
    }
    return overlapping.stream().anyMatch(visit -> visit.patientId().equals(wanted.patientId()))
        ? Optional.of(Conflict.PATIENT_BUSY)
        : Optional.empty();
  }

  private Stream<Appointment> contacts(AccountId account) {
    return all(visit -> visit.isParticipant(account) && visit.opensContact());
  }

  private Stream<Appointment> all(Predicate<Appointment> wanted) {
    return visits.values().stream().filter(wanted);
  }

  private static boolean matches(Appointment visit, AppointmentQuery query) {
    Instant start = visit.time().slot().startsAt();
    return visit.isParticipant(query.participant())
        && query.with().map(visit::isParticipant).orElse(true)
        && (query.statuses().isEmpty() || query.statuses().contains(visit.status()))
        && query.from().map(from -> !start.isBefore(from)).orElse(true)
        && query.to().map(start::isBefore).orElse(true);
  }
}
