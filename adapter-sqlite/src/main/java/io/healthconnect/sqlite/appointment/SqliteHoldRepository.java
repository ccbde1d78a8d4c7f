package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Holds in SQLite. */
public final class SqliteHoldRepository implements HoldRepository {
  private final Database database;

  public SqliteHoldRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Hold> place(Hold wanted, Instant now) {
    return database.write(transaction -> place(transaction, wanted, now));
  }

  private static Optional<Hold> place(Transaction transaction, Hold wanted, Instant now)
      throws SQLException {
    Optional<Hold> earlier = HoldRows.find(transaction, wanted.patient());
    if (earlier.filter(hold -> hold.isLive(now) && hold.keepsTheSameAs(wanted)).isPresent()) {
      return earlier;
    }
    boolean taken =
        HoldRows.isHeldByOthers(transaction, wanted.doctor(), wanted.patient(), wanted.time(), now)
            || AppointmentWrites.isBooked(transaction, wanted.doctor(), wanted.time());
    if (taken) {
      return Optional.empty();
    }
    HoldRows.put(transaction, wanted);
    if (earlier.isPresent()) {
      transaction.publish(new Change.DoctorChanged(earlier.get().doctor()));
    }
    transaction.publish(new Change.DoctorChanged(wanted.doctor()));
    return Optional.of(wanted);
  }

  @Override
  public boolean release(HoldId id, PatientId patient) {
    return database.write(
        transaction -> {
          Optional<Hold> own =
              HoldRows.find(transaction, patient).filter(hold -> hold.id().equals(id));
          if (own.isPresent()) {
            HoldRows.remove(transaction, patient.account());
            transaction.publish(new Change.DoctorChanged(own.get().doctor()));
          }
          return own.isPresent();
        });
  }

  @Override
  public Optional<Hold> find(PatientId patient, Instant now) {
    return database.read(sql -> HoldRows.find(sql, patient)).filter(hold -> hold.isLive(now));
  }

  @Override
  public List<Hold> held(Collection<DoctorId> doctors, TimeSlot range, Instant now) {
    return doctors.isEmpty()
        ? List.of()
        : database.readOnce(
            sql ->
                sql.list(
                    HoldRows.HELD,
                    HoldRows::hold,
                    Sql.array(doctors.stream().map(DoctorId::value).distinct().toList()),
                    range.startsAt(),
                    range.endsAt(),
                    now));
  }

  @Override
  public int purge(Instant now) {
    return database.write(
        transaction -> transaction.update("DELETE FROM hold WHERE expires_at <= ?", now));
  }
}
