package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Cursor;
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
import io.healthconnect.domain.appointment.FreeTimes;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import io.healthconnect.sqlite.notice.ReminderWrites;
import io.healthconnect.sqlite.search.NextFreeTimes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Appointments in SQLite. */
public final class SqliteAppointmentRepository implements AppointmentRepository {
  static final String HAVE_CONTACT =
      "SELECT 1 FROM appointment WHERE doctor_id = ? AND patient_id = ? AND opens_contact = 1"
          + " LIMIT 1";
  static final String HAVE_CONFIRMED =
      "SELECT 1 FROM appointment WHERE doctor_id = ? AND patient_id = ? AND opens_contact = 1"
          + " AND status IN ('scheduled', 'completed', 'no_show') LIMIT 1";

  /**
   * ?2: the patients as JSON. Of each it reads until one is found. The planner would take the index
   * of pairs, which has the cancelled and declined ones too.
   */
  static final String CONFIRMED_AMONG =
      """
      SELECT wanted.value AS patient_id FROM json_each(?2) wanted
      WHERE EXISTS (
        SELECT 1 FROM appointment INDEXED BY contact_of_doctor
        WHERE doctor_id = ?1 AND patient_id = wanted.value AND opens_contact = 1
          AND status IN ('scheduled', 'completed', 'no_show'))
      """;

  /** No appointment is longer than a day: {@code BookingRules} allow 8 hours. */
  static final String HAVE_CONFIRMED_AROUND =
      "SELECT 1 FROM appointment WHERE doctor_id = ?1 AND patient_id = ?2"
          + " AND starts_at > ?3 - 86400000 AND starts_at < ?4 AND ends_at > ?3"
          + " AND status IN ('scheduled', 'completed', 'no_show') LIMIT 1";

  static final String UNCONFIRMED =
      "SELECT id FROM appointment WHERE status = 'pending' AND starts_at <= ?"
          + " ORDER BY starts_at, id LIMIT ?";
  static final String CONTACTS =
      """
      SELECT patient_id AS person FROM appointment WHERE doctor_id = ?1 AND opens_contact = 1
      UNION
      SELECT doctor_id FROM appointment WHERE patient_id = ?1 AND opens_contact = 1
      """;

  /** ?2: the others as JSON. Of each it reads one entry of the index at most, in each direction. */
  static final String CONTACTS_AMONG =
      """
      SELECT wanted.value AS person FROM json_each(?2) wanted
      WHERE EXISTS (
          SELECT 1 FROM appointment INDEXED BY contact_of_doctor
          WHERE doctor_id = ?1 AND patient_id = wanted.value AND opens_contact = 1)
        OR EXISTS (
          SELECT 1 FROM appointment INDEXED BY contact_of_doctor
          WHERE doctor_id = wanted.value AND patient_id = ?1 AND opens_contact = 1)
      """;

  static final String PATIENTS =
      """
      SELECT DISTINCT patient_id FROM appointment
      WHERE doctor_id = ? AND opens_contact = 1 AND patient_id > ?
      ORDER BY patient_id LIMIT ?
      """;
  static final String OF_PARTICIPANT =
      """
      SELECT id FROM appointment WHERE doctor_id = ?1
      UNION ALL
      SELECT id FROM appointment WHERE patient_id = ?1
      LIMIT ?2
      """;
  private final Database database;

  public SqliteAppointmentRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Appointment, Conflict> book(
      Appointment appointment, Optional<IdempotencyKey> key, AppointmentLimits limits) {
    Instant now = appointment.history().last().at();
    return database.write(
        transaction -> {
          if (key.isPresent()) {
            Optional<Result<Appointment, Conflict>> earlier =
                IdempotencyKeys.find(transaction, appointment.patientId(), key.get(), now);
            if (earlier.isPresent()) {
              return earlier.get();
            }
          }
          return bookNew(transaction, appointment.withVersion(1), key, limits);
        });
  }

  private static Result<Appointment, Conflict> bookNew(
      Transaction transaction,
      Appointment appointment,
      Optional<IdempotencyKey> key,
      AppointmentLimits limits)
      throws SQLException {
    if (transaction.any(
        "SELECT 1 FROM doctor WHERE id = ? AND listed = 0", appointment.doctorId().value())) {
      return Result.failure(Conflict.DOCTOR_HIDDEN);
    }
    Optional<Conflict> conflict = AppointmentWrites.conflict(transaction, appointment);
    if (conflict.isEmpty()) {
      conflict = AppointmentWrites.limitReached(transaction, appointment, limits);
    }
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    AppointmentWrites.insert(transaction, appointment);
    NextFreeTimes.changed(transaction, appointment.doctorId());
    if (key.isPresent()) {
      IdempotencyKeys.put(transaction, appointment, key.get());
    }
    if (appointment.isTakenByPatient()) {
      HoldRows.remove(transaction, appointment.patientId().account());
    }
    transaction.publish(new Change.AppointmentChanged(appointment));
    NoticeWrites.add(transaction, AppointmentNotices.ofBooking(appointment));
    ReminderWrites.ofBooking(transaction, appointment);
    return Result.success(appointment);
  }

  @Override
  public Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now) {
    return database.read(sql -> IdempotencyKeys.find(sql, patient, key, now));
  }

  @Override
  public Optional<Appointment> find(AppointmentId id) {
    return database.read(
        sql -> AppointmentReads.all(sql, List.of(id.value())).stream().findFirst());
  }

  @Override
  public List<StatusChange> history(AppointmentId id, int limit) {
    return database.read(sql -> AppointmentReads.history(sql, id, limit));
  }

  @Override
  public List<NoteVersion> notes(AppointmentId id, int limit) {
    return database.read(sql -> AppointmentReads.notes(sql, id, limit));
  }

  @Override
  public Appointment save(Appointment appointment) {
    return database.write(transaction -> save(transaction, appointment));
  }

  private static Appointment save(Transaction transaction, Appointment appointment)
      throws SQLException {
    Appointment stored = current(transaction, appointment);
    if (!stored.time().equals(appointment.time())) {
      throw new IllegalArgumentException("a change of time needs a reschedule");
    }
    if (appointment.status().occupies() && !stored.status().occupies()) {
      throw new IllegalArgumentException("an appointment cannot occupy its time again");
    }
    return update(transaction, stored, appointment);
  }

  @Override
  public Result<Appointment, Conflict> reschedule(
      Appointment appointment, AppointmentLimits limits) {
    return database.write(
        transaction -> {
          Appointment stored = current(transaction, appointment);
          Optional<Conflict> conflict = AppointmentWrites.conflict(transaction, appointment);
          if (conflict.isEmpty() && stored.hasStarted(appointment.history().last().at())) {
            conflict = AppointmentWrites.limitReached(transaction, appointment, limits);
          }
          return conflict.isPresent()
              ? Result.<Appointment, Conflict>failure(conflict.get())
              : Result.<Appointment, Conflict>success(update(transaction, stored, appointment));
        });
  }

  @Override
  public Appointment addReview(Appointment appointment) {
    return database.write(
        transaction -> {
          Appointment saved = save(transaction, appointment);
          AppointmentWrites.rate(transaction, saved);
          transaction.publish(new Change.DoctorChanged(saved.doctorId()));
          return saved;
        });
  }

  private static Appointment current(Transaction transaction, Appointment appointment)
      throws SQLException {
    return AppointmentReads.all(transaction, List.of(appointment.id().value())).stream()
        .filter(stored -> stored.version() == appointment.version())
        .findFirst()
        .orElseThrow(() -> new StaleVersionException("appointment"));
  }

  private static Appointment update(
      Transaction transaction, Appointment stored, Appointment appointment) throws SQLException {
    AppointmentWrites.update(transaction, appointment);
    if (FreeTimes.areChangedBy(stored, appointment)) {
      NextFreeTimes.changed(transaction, appointment.doctorId());
    }
    Appointment saved = appointment.withVersion(appointment.version() + 1);
    transaction.publish(new Change.AppointmentChanged(saved));
    NoticeWrites.add(transaction, AppointmentNotices.ofChange(stored, saved));
    ReminderWrites.ofChange(transaction, stored, saved);
    return saved;
  }

  @Override
  public Page<Appointment> list(AppointmentQuery query) {
    return database.read(sql -> AppointmentReads.page(sql, AppointmentLists.page(sql, query)));
  }

  @Override
  public List<Appointment> occupying(DoctorId doctor, TimeSlot range) {
    return database.read(
        sql ->
            AppointmentReads.all(
                sql,
                sql.list(
                    AppointmentLists.OCCUPYING,
                    row -> row.text("id"),
                    doctor.value(),
                    range.startsAt(),
                    range.endsAt())));
  }

  @Override
  public Map<DoctorId, List<TimeSlot>> occupied(Collection<DoctorId> doctors, TimeSlot range) {
    return doctors.isEmpty()
        ? Map.of()
        : database.readOnce(sql -> AppointmentLists.occupied(sql, doctors, range));
  }

  @Override
  public Page<Appointment> reviewed(DoctorId doctor, PageRequest page) {
    return database.read(
        sql -> AppointmentReads.page(sql, AppointmentLists.reviewed(sql, doctor, page)));
  }

  @Override
  public boolean haveContact(DoctorId doctor, PatientId patient) {
    return database.readOnce(sql -> sql.any(HAVE_CONTACT, doctor.value(), patient.value()));
  }

  @Override
  public boolean haveConfirmed(DoctorId doctor, PatientId patient, Optional<TimeSlot> overlapping) {
    return database.read(
        sql ->
            overlapping.isEmpty()
                ? sql.any(HAVE_CONFIRMED, doctor.value(), patient.value())
                : sql.any(
                    HAVE_CONFIRMED_AROUND,
                    doctor.value(),
                    patient.value(),
                    overlapping.get().startsAt(),
                    overlapping.get().endsAt()));
  }

  @Override
  public Set<PatientId> confirmedAmong(DoctorId doctor, Collection<PatientId> patients) {
    List<String> wanted = patients.stream().map(PatientId::value).distinct().toList();
    return among(
        CONFIRMED_AMONG, doctor.value(), wanted, row -> PatientId.of(row.text("patient_id")));
  }

  @Override
  public List<AppointmentId> unconfirmed(Instant now, int limit) {
    return database.read(
        sql -> sql.list(UNCONFIRMED, row -> new AppointmentId(row.text("id")), now, limit));
  }

  @Override
  public Set<AccountId> contactsOf(AccountId account) {
    return database.read(sql -> Set.copyOf(contacts(sql, account)));
  }

  @Override
  public Set<AccountId> contactsAmong(AccountId account, Collection<AccountId> others) {
    List<String> wanted = others.stream().map(AccountId::value).distinct().toList();
    return among(CONTACTS_AMONG, account.value(), wanted, row -> new AccountId(row.text("person")));
  }

  private <T> Set<T> among(String query, String person, List<String> others, Row.Mapper<T> mapper) {
    return others.isEmpty()
        ? Set.of()
        : database.readOnce(sql -> Set.copyOf(sql.list(query, mapper, person, Sql.array(others))));
  }

  private static List<AccountId> contacts(Sql sql, AccountId account) throws SQLException {
    return sql.list(CONTACTS, row -> new AccountId(row.text("person")), account.value());
  }

  @Override
  public Page<PatientId> patientsOf(DoctorId doctor, PageRequest page) {
    return database.read(
        sql ->
            Page.of(
                sql.list(
                    PATIENTS,
                    row -> PatientId.of(row.text("patient_id")),
                    doctor.value(),
                    Cursors.id(page, false),
                    page.limit() + 1),
                page,
                patient -> new Cursor("", patient.value())));
  }

  @Override
  public int removeOf(AccountId participant, int limit) {
    return database.write(
        transaction -> {
          List<String> removed =
              transaction.list(OF_PARTICIPANT, row -> row.text("id"), participant.value(), limit);
          for (String id : removed) {
            AppointmentWrites.remove(transaction, id);
          }
          return removed.size();
        });
  }

  @Override
  public int purgeKeys(Instant now) {
    return database.write(transaction -> IdempotencyKeys.purge(transaction, now));
  }
}
