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
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Visits in SQLite. */
public final class SqliteAppointmentRepository implements AppointmentRepository {
  static final String HAVE_CONTACT =
      "SELECT 1 FROM appointment WHERE doctor_id = ? AND patient_id = ? AND opens_contact = 1"
          + " LIMIT 1";
  static final String CONTACTS =
      """
      SELECT patient_id AS person FROM appointment WHERE doctor_id = ?1 AND opens_contact = 1
      UNION
      SELECT doctor_id FROM appointment WHERE patient_id = ?1 AND opens_contact = 1
      """;
  static final String PATIENTS =
      """
      SELECT DISTINCT patient_id FROM appointment
      WHERE doctor_id = ? AND opens_contact = 1 AND patient_id > ?
      ORDER BY patient_id LIMIT ?
      """;
  private final Database database;

  public SqliteAppointmentRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Appointment, Conflict> book(Appointment appointment, Optional<IdempotencyKey> key) {
    Instant now = appointment.history().get(0).at();
    return database.write(
        step -> {
          if (key.isPresent()) {
            Optional<Result<Appointment, Conflict>> earlier =
                BookingKeys.find(step, appointment.patientId(), key.get(), now);
            if (earlier.isPresent()) {
              return earlier.get();
            }
          }
          return bookNew(step, appointment.withVersion(1), key);
        });
  }

  private static Result<Appointment, Conflict> bookNew(
      Step step, Appointment visit, Optional<IdempotencyKey> key) throws SQLException {
    Optional<Conflict> conflict = AppointmentWrites.conflict(step, visit);
    if (conflict.isPresent()) {
      return Result.failure(conflict.get());
    }
    AppointmentWrites.insert(step, visit);
    if (key.isPresent()) {
      BookingKeys.put(step, visit, key.get());
    }
    step.tell(new Change.AppointmentChanged(visit));
    return Result.success(visit);
  }

  @Override
  public Optional<Result<Appointment, Conflict>> findBooked(
      PatientId patient, IdempotencyKey key, Instant now) {
    return database.read(sql -> BookingKeys.find(sql, patient, key, now));
  }

  @Override
  public Optional<Appointment> find(AppointmentId id) {
    return database.read(
        sql -> AppointmentReads.all(sql, List.of(id.value())).stream().findFirst());
  }

  @Override
  public Appointment save(Appointment appointment) {
    return database.write(step -> save(step, appointment));
  }

  private static Appointment save(Step step, Appointment appointment) throws SQLException {
    Appointment stored = current(step, appointment);
    if (!stored.time().equals(appointment.time())) {
      throw new IllegalArgumentException("a change of time is a move");
    }
    if (appointment.status().occupies() && !stored.status().occupies()) {
      throw new IllegalArgumentException("a visit that is over cannot come back");
    }
    return update(step, appointment);
  }

  @Override
  public Result<Appointment, Conflict> move(Appointment appointment) {
    return database.write(
        step -> {
          current(step, appointment);
          Optional<Conflict> conflict = AppointmentWrites.conflict(step, appointment);
          return conflict.isPresent()
              ? Result.<Appointment, Conflict>failure(conflict.get())
              : Result.<Appointment, Conflict>success(update(step, appointment));
        });
  }

  @Override
  public Appointment addReview(Appointment appointment) {
    return database.write(
        step -> {
          Appointment saved = save(step, appointment);
          AppointmentWrites.rate(step, saved);
          return saved;
        });
  }

  private static Appointment current(Step step, Appointment appointment) throws SQLException {
    return AppointmentReads.all(step, List.of(appointment.id().value())).stream()
        .filter(stored -> stored.version() == appointment.version())
        .findFirst()
        .orElseThrow(() -> new StaleVersionException("appointment"));
  }

  private static Appointment update(Step step, Appointment appointment) throws SQLException {
    AppointmentWrites.update(step, appointment);
    Appointment saved = appointment.withVersion(appointment.version() + 1);
    step.tell(new Change.AppointmentChanged(saved));
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
        : database.read(sql -> AppointmentLists.occupied(sql, doctors, range));
  }

  @Override
  public Page<Appointment> reviewed(DoctorId doctor, PageRequest page) {
    return database.read(
        sql -> AppointmentReads.page(sql, AppointmentLists.reviewed(sql, doctor, page)));
  }

  @Override
  public boolean haveContact(DoctorId doctor, PatientId patient) {
    return database.read(sql -> sql.any(HAVE_CONTACT, doctor.value(), patient.value()));
  }

  @Override
  public Set<AccountId> contactsOf(AccountId account) {
    return database.read(sql -> Set.copyOf(contacts(sql, account)));
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
  public int purgeKeys(Instant now) {
    return database.write(step -> BookingKeys.purge(step, now));
  }
}
