package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;

/** Visits in MongoDB. A stored visit is its own event. */
public final class MongoAppointmentRepository implements AppointmentRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> visits;
  private final AppointmentWrites writes;
  private final AppointmentLists lists;
  private final Contacts contacts;
  private final BookingKeys keys;

  public MongoAppointmentRepository(MongoHandles handles) {
    this.handles = handles;
    this.visits = handles.collection(CollectionName.APPOINTMENTS);
    this.writes = new AppointmentWrites(handles);
    this.lists = new AppointmentLists(handles);
    this.contacts = new Contacts(handles);
    this.keys = new BookingKeys(handles);
  }

  @Override
  public Result<Appointment, Conflict> book(Appointment appointment, Optional<IdempotencyKey> key) {
    Appointment visit = appointment.withVersion(1);
    Instant now = visit.history().get(0).at();
    return inTurn(
        visit,
        () ->
            handles
                .inSession(session -> refused(session, visit, key, now))
                .orElseGet(() -> handles.transact(session -> book(session, visit, key, now))));
  }

  private Result<Appointment, Conflict> book(
      ClientSession session, Appointment visit, Optional<IdempotencyKey> key, Instant now) {
    return booked(session, visit, key, now).orElseGet(() -> bookNew(session, visit, key));
  }

  /**
   * The answer to who comes too late, without a transaction. A key is read after the visit in the
   * way, which may be the one that was booked with it.
   */
  private Optional<Result<Appointment, Conflict>> refused(
      ClientSession session, Appointment visit, Optional<IdempotencyKey> key, Instant now) {
    return writes
        .conflict(session, visit)
        .map(
            conflict -> booked(session, visit, key, now).orElseGet(() -> Result.failure(conflict)));
  }

  private Optional<Result<Appointment, Conflict>> booked(
      ClientSession session, Appointment visit, Optional<IdempotencyKey> key, Instant now) {
    return key.flatMap(used -> keys.find(session, visit.patientId(), used, now));
  }

  private <T> T inTurn(Appointment visit, Supplier<T> work) {
    return handles.turns().take(visit.doctorId().value(), work);
  }

  private Result<Appointment, Conflict> bookNew(
      ClientSession session, Appointment visit, Optional<IdempotencyKey> key) {
    Optional<Conflict> conflict = writes.take(session, visit);
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    writes.insert(session, visit);
    key.ifPresent(used -> keys.put(session, visit, used));
    return Result.success(visit);
  }

  @Override
  public Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now) {
    return handles.run(() -> keys.find(patient, key, now));
  }

  @Override
  public Optional<Appointment> find(AppointmentId id) {
    return handles.run(
        () ->
            Optional.ofNullable(visits.find(Filters.eq("_id", id.value())).first())
                .map(AppointmentDocuments::appointment));
  }

  @Override
  public Appointment save(Appointment appointment) {
    return handles.transact(session -> save(session, appointment));
  }

  private Appointment save(ClientSession session, Appointment appointment) {
    Appointment stored = writes.current(session, appointment);
    if (!stored.time().equals(appointment.time())) {
      throw new IllegalArgumentException("a change of time is a move");
    }
    if (appointment.status().occupies() && !stored.status().occupies()) {
      throw new IllegalArgumentException("a visit that is over cannot come back");
    }
    return writes.replace(session, appointment);
  }

  @Override
  public Result<Appointment, Conflict> move(Appointment appointment) {
    return inTurn(appointment, () -> handles.transact(session -> move(session, appointment)));
  }

  private Result<Appointment, Conflict> move(ClientSession session, Appointment appointment) {
    writes.current(session, appointment);
    return writes
        .take(session, appointment)
        .map(Result::<Appointment, Conflict>failure)
        .orElseGet(() -> Result.success(writes.replace(session, appointment)));
  }

  @Override
  public Appointment addReview(Appointment appointment) {
    return inTurn(appointment, () -> handles.transact(session -> addReview(session, appointment)));
  }

  private Appointment addReview(ClientSession session, Appointment appointment) {
    Appointment saved = save(session, appointment);
    writes.rate(session, saved);
    return saved;
  }

  @Override
  public Page<Appointment> list(AppointmentQuery query) {
    return handles.run(() -> lists.list(query));
  }

  @Override
  public List<Appointment> occupying(DoctorId doctor, TimeSlot range) {
    return handles.run(() -> List.copyOf(lists.occupying(doctor, range)));
  }

  @Override
  public Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range) {
    return doctors.isEmpty() ? Map.of() : handles.run(() -> lists.occupied(doctors, range));
  }

  @Override
  public Page<Appointment> reviewed(DoctorId doctor, PageRequest page) {
    return handles.run(() -> lists.reviewed(doctor, page));
  }

  @Override
  public boolean haveContact(DoctorId doctor, PatientId patient) {
    return handles.run(() -> contacts.exist(doctor, patient));
  }

  @Override
  public Set<AccountId> contactsOf(AccountId account) {
    return handles.run(() -> contacts.of(account));
  }

  @Override
  public Page<PatientId> patientsOf(DoctorId doctor, PageRequest page) {
    return handles.run(() -> contacts.patients(doctor, page));
  }

  @Override
  public int purgeKeys(Instant now) {
    return handles.run(() -> keys.purge(now));
  }
}
