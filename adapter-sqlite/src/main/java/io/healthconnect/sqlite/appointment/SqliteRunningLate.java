package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.waiting.WaitingPolicy;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is running late, in SQLite. */
public final class SqliteRunningLate implements RunningLateRepository {
  /** No appointment is longer than a day: {@code BookingRules} allow 8 hours. */
  static final String CONCERNED =
      """
      SELECT id, patient_id FROM appointment
      WHERE doctor_id = ?1 AND status = 'scheduled'
        AND starts_at > ?4 - 86400000 AND starts_at < ?3 AND ends_at > ?4
        AND (ends_at > ?2 OR EXISTS (
          SELECT 1 FROM attendance WHERE appointment_id = appointment.id AND check_at IS NOT NULL))
      ORDER BY starts_at
      """;

  private final Database database;

  public SqliteRunningLate(Database database) {
    this.database = database;
  }

  private record Concerned(AppointmentId appointment, PatientId patient) {}

  @Override
  public void say(RunningLate late) {
    database.write(
        transaction -> {
          Optional<RunningLate> before = find(transaction, late.doctor());
          transaction.update(
              "INSERT OR REPLACE INTO running_late (doctor_id, minutes, since) VALUES (?, ?, ?)",
              late.doctor().value(),
              late.minutes(),
              late.since());
          List<Concerned> concerned = concerned(transaction, late.doctor(), late.period());
          publish(transaction, late.doctor(), late.minutes(), concerned);
          if (late.isNews(before)) {
            NoticeWrites.add(
                transaction,
                concerned.stream()
                    .map(
                        each ->
                            AppointmentNotices.ofLateness(late, each.appointment(), each.patient()))
                    .toList());
          }
          return late;
        });
  }

  @Override
  public void clear(DoctorId doctor, Instant now) {
    database.write(
        transaction -> {
          boolean cleared = remove(transaction, doctor);
          if (cleared) {
            TimeSlot period = new RunningLate(doctor, 1, now).period();
            publish(transaction, doctor, 0, concerned(transaction, doctor, period));
          }
          return cleared;
        });
  }

  @Override
  public Optional<RunningLate> find(DoctorId doctor, Instant now) {
    return database.readOnce(sql -> find(sql, doctor)).filter(late -> late.isLive(now));
  }

  private static Optional<RunningLate> find(Sql sql, DoctorId doctor) throws SQLException {
    return sql.one(
        "SELECT * FROM running_late WHERE doctor_id = ?",
        row -> new RunningLate(doctor, row.smallNumber("minutes"), row.instant("since")),
        doctor.value());
  }

  private static List<Concerned> concerned(Sql sql, DoctorId doctor, TimeSlot period)
      throws SQLException {
    return sql.list(
        CONCERNED,
        row ->
            new Concerned(new AppointmentId(row.text("id")), PatientId.of(row.text("patient_id"))),
        doctor.value(),
        period.startsAt(),
        period.endsAt(),
        period.startsAt().minus(WaitingPolicy.CLOSES_AFTER_END));
  }

  private static void publish(
      Transaction transaction, DoctorId doctor, int minutes, List<Concerned> concerned) {
    transaction.publish(
        Change.DoctorLate.of(doctor, minutes, concerned.stream().map(Concerned::patient)));
  }

  /** Removes what the doctor said; returns whether there was anything. */
  public static boolean remove(Transaction transaction, DoctorId doctor) throws SQLException {
    return transaction.update("DELETE FROM running_late WHERE doctor_id = ?", doctor.value()) > 0;
  }
}
