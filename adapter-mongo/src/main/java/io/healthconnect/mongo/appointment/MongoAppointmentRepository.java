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
import io.healthconnect.domain.appointment.AppointmentLimits;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;

/** Appointments in MongoDB. A stored appointment is its own event. */
public final class MongoAppointmentRepository implements AppointmentRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> appointments;
  private final AppointmentHistories trails;
  private final AppointmentWrites writes;
  private final AppointmentLists lists;
  private final Contacts contacts;
  private final IdempotencyKeys keys;

  public MongoAppointmentRepository(MongoHandles handles) {
    this.handles = handles;
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.trails = new AppointmentHistories(handles);
    this.writes = new AppointmentWrites(handles, trails);
    this.lists = new AppointmentLists(handles);
    this.contacts = new Contacts(handles);
    this.keys = new IdempotencyKeys(handles);
  }

  @Override
  public Result<Appointment, Conflict> book(
      Appointment appointment, Optional<IdempotencyKey> key, AppointmentLimits limits) {
    Booking booking = new Booking(appointment.withVersion(1), key, limits);
    return handles
        .inSession(session -> refused(session, booking))
        .orElseGet(() -> taking(booking.appointment(), session -> book(session, booking)))
        .map(this::told);
  }

  /** A requested booking. */
  private record Booking(
      Appointment appointment, Optional<IdempotencyKey> key, AppointmentLimits limits) {}

  private Result<Appointment, Conflict> book(ClientSession session, Booking booking) {
    return booked(session, booking).orElseGet(() -> bookNew(session, booking));
  }

  /**
   * Answers requests that come too late without a transaction. The key is read after the
   * conflicting appointment, which may be the one that was booked with it.
   */
  private Optional<Result<Appointment, Conflict>> refused(ClientSession session, Booking booking) {
    return conflict(session, booking)
        .map(conflict -> booked(session, booking).orElseGet(() -> Result.failure(conflict)));
  }

  private Optional<Conflict> conflict(ClientSession session, Booking booking) {
    return writes
        .conflict(session, booking.appointment())
        .or(() -> writes.limitReached(session, booking.appointment(), booking.limits()));
  }

  private Optional<Result<Appointment, Conflict>> booked(ClientSession session, Booking booking) {
    Appointment appointment = booking.appointment();
    return booking
        .key()
        .flatMap(
            key ->
                keys.find(
                    session, appointment.patientId(), key, appointment.history().last().at()));
  }

  /** What takes time of a doctor, or is news to one, writes to documents of the doctor. */
  private <T> T taking(Appointment appointment, Function<ClientSession, T> work) {
    return handles.transact(appointment.doctorId().value(), work);
  }

  private Result<Appointment, Conflict> bookNew(ClientSession session, Booking booking) {
    if (writes.isHidden(session, booking.appointment().doctorId())) {
      return Result.failure(Conflict.DOCTOR_HIDDEN);
    }
    Optional<Conflict> conflict = conflict(session, booking);
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    writes.take(session, booking.appointment());
    writes.insert(session, booking.appointment());
    booking.key().ifPresent(used -> keys.put(session, booking.appointment(), used));
    return Result.success(booking.appointment());
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
            Optional.ofNullable(appointments.find(Filters.eq("_id", id.value())).first())
                .map(AppointmentDocuments::appointment));
  }

  @Override
  public List<StatusChange> history(AppointmentId id, int limit) {
    return handles.run(() -> List.copyOf(trails.history(id, limit)));
  }

  @Override
  public List<NoteVersion> notes(AppointmentId id, int limit) {
    return handles.run(() -> List.copyOf(trails.notes(id, limit)));
  }

  @Override
  public Appointment save(Appointment appointment) {
    return told(taking(appointment, session -> save(session, appointment)));
  }

  private Appointment save(ClientSession session, Appointment appointment) {
    AppointmentWrites.Stored stored = writes.current(session, appointment);
    if (!stored.appointment().time().equals(appointment.time())) {
      throw new IllegalArgumentException("a change of time needs a reschedule");
    }
    if (appointment.status().occupies() && !stored.appointment().status().occupies()) {
      throw new IllegalArgumentException("an appointment cannot occupy its time again");
    }
    return writes.replace(session, stored, appointment);
  }

  @Override
  public Result<Appointment, Conflict> reschedule(
      Appointment appointment, AppointmentLimits limits) {
    return taking(appointment, session -> reschedule(session, appointment, limits)).map(this::told);
  }

  private Result<Appointment, Conflict> reschedule(
      ClientSession session, Appointment appointment, AppointmentLimits limits) {
    AppointmentWrites.Stored stored = writes.current(session, appointment);
    Optional<Conflict> conflict = writes.conflict(session, appointment);
    if (conflict.isEmpty() && stored.appointment().hasStarted(appointment.history().last().at())) {
      conflict = writes.limitReached(session, appointment, limits);
    }
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    writes.take(session, appointment);
    return Result.success(writes.replace(session, stored, appointment));
  }

  @Override
  public Appointment addReview(Appointment appointment) {
    return told(taking(appointment, session -> addReview(session, appointment)));
  }

  private Appointment told(Appointment stored) {
    handles.local().doctorChanged(stored.doctorId());
    return stored;
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
  public boolean haveConfirmed(DoctorId doctor, PatientId patient, Optional<TimeSlot> overlapping) {
    return handles.run(
        () ->
            overlapping
                .map(range -> contacts.haveConfirmed(doctor, patient, range))
                .orElseGet(() -> contacts.haveConfirmed(doctor, patient)));
  }

  @Override
  public Set<PatientId> confirmedAmong(DoctorId doctor, Collection<PatientId> patients) {
    return patients.isEmpty()
        ? Set.of()
        : handles.run(() -> contacts.confirmedAmong(doctor, patients));
  }

  @Override
  public List<AppointmentId> unconfirmed(Instant now, int limit) {
    return handles.run(() -> List.copyOf(lists.unconfirmed(now, limit)));
  }

  @Override
  public Set<AccountId> contactsOf(AccountId account) {
    return handles.run(() -> contacts.of(account));
  }

  @Override
  public Set<AccountId> contactsAmong(AccountId account, Collection<AccountId> others) {
    return others.isEmpty() ? Set.of() : handles.run(() -> contacts.among(account, others));
  }

  @Override
  public Page<PatientId> patientsOf(DoctorId doctor, PageRequest page) {
    return handles.run(() -> contacts.patients(doctor, page));
  }

  @Override
  public int removeOf(AccountId participant, int limit) {
    return handles.transact(session -> writes.removeOf(session, participant, limit));
  }

  @Override
  public int purgeKeys(Instant now) {
    return handles.run(() -> keys.purge(now));
  }
}
