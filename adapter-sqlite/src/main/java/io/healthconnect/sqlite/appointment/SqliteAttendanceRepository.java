package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Attendances in SQLite. */
public final class SqliteAttendanceRepository implements AttendanceRepository {
  private final Database database;

  public SqliteAttendanceRepository(Database database) {
    this.database = database;
  }

  @Override
  public <R> R change(AppointmentId id, Function<Optional<Attendance>, Step<R>> change) {
    return database.write(
        transaction -> {
          Optional<Attendance> before = AttendanceRows.find(transaction, id);
          Step<R> step = change.apply(before);
          Optional<Attendance> next = step.next().filter(after -> !isSame(before, after));
          if (next.isPresent()) {
            store(transaction, before, next.get());
          }
          return step.result();
        });
  }

  private static boolean isSame(Optional<Attendance> before, Attendance after) {
    return before.filter(after::equals).isPresent();
  }

  private static void store(Transaction transaction, Optional<Attendance> before, Attendance after)
      throws SQLException {
    AttendanceRows.put(transaction, after);
    after.changesSince(before).forEach(transaction::publish);
  }

  @Override
  public Map<AppointmentId, Attendance> find(Collection<AppointmentId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database
            .readOnce(
                sql ->
                    sql.list(
                        AttendanceRows.OF_APPOINTMENTS,
                        AttendanceRows::attendance,
                        Sql.array(ids.stream().map(AppointmentId::value).distinct().toList())))
            .stream()
            .collect(Collectors.toMap(Attendance::appointment, found -> found));
  }

  @Override
  public List<Attendance> waitingFor(DoctorId doctor, int limit) {
    return list(AttendanceRows.OF_DOCTOR, doctor.value(), limit);
  }

  @Override
  public List<Attendance> waitingOf(PatientId patient, int limit) {
    return list(AttendanceRows.OF_PATIENT, patient.value(), limit);
  }

  @Override
  public List<Attendance> due(Instant now, int limit) {
    return list(AttendanceRows.DUE, now, limit);
  }

  private List<Attendance> list(String query, Object key, int limit) {
    return database.read(sql -> sql.list(query, AttendanceRows::attendance, key, limit));
  }
}
