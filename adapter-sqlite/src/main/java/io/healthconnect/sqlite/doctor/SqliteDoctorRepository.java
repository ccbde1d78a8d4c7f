package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.account.NewAccounts;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Step;
import io.healthconnect.sqlite.search.DoctorWords;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Doctors in SQLite. */
public final class SqliteDoctorRepository implements DoctorRepository {
  private final Database database;

  public SqliteDoctorRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Account, EmailTaken> add(Account account, Doctor doctor) {
    return database.write(
        step -> {
          Result<Account, EmailTaken> added = NewAccounts.add(step, account);
          if (added instanceof Result.Success) {
            step.update(
                """
                INSERT INTO doctor (specialization, specialization_folded, experience,
                  qualification, about, contact_number, time_zone, slot_minutes, buffer_minutes,
                  minimum_notice_minutes, horizon_days, auto_confirm, id, version, name_folded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                """,
                with(columns(doctor), SearchWords.sortKey(account.name().value())));
            Schedules.add(step, doctor);
            DoctorWords.refresh(step, doctor.id().value());
            DoctorWords.count(step, doctor.specialization());
          }
          return added;
        });
  }

  @Override
  public Optional<Doctor> find(DoctorId id) {
    return findListing(id).map(DoctorListing::doctor);
  }

  @Override
  public Optional<DoctorListing> findListing(DoctorId id) {
    return database.read(sql -> listing(sql, id));
  }

  @Override
  public Doctor save(Doctor doctor) {
    return database.write(
        step -> {
          String id = doctor.id().value();
          Optional<String> practised =
              step.one(
                  "SELECT specialization_folded FROM doctor WHERE id = ?",
                  row -> row.text("specialization_folded"),
                  id);
          update(step, doctor);
          Schedules.remove(step, id);
          Schedules.add(step, doctor);
          DoctorWords.refresh(step, id);
          if (!practised.equals(Optional.of(SearchWords.fold(doctor.specialization())))) {
            DoctorWords.discount(step, practised.orElseThrow());
            DoctorWords.count(step, doctor.specialization());
          }
          return listing(step, doctor.id()).orElseThrow().doctor();
        });
  }

  private static void update(Step step, Doctor doctor) throws SQLException {
    int changed =
        step.update(
            """
            UPDATE doctor SET specialization = ?, specialization_folded = ?, experience = ?,
              qualification = ?, about = ?, contact_number = ?, time_zone = ?, slot_minutes = ?,
              buffer_minutes = ?, minimum_notice_minutes = ?, horizon_days = ?, auto_confirm = ?,
              version = version + 1
            WHERE id = ? AND version = ?
            """,
            with(columns(doctor), doctor.version()));
    if (changed == 0) {
      throw new StaleVersionException("doctor");
    }
  }

  @Override
  public Page<DoctorListing> search(DoctorSearch search) {
    return database.read(sql -> Directory.search(sql, search));
  }

  @Override
  public List<SpecializationCount> specializations() {
    return database.read(
        sql ->
            sql.list(
                "SELECT written, doctors FROM specialization ORDER BY folded",
                row -> new SpecializationCount(row.text("written"), row.number("doctors"))));
  }

  private static Optional<DoctorListing> listing(Sql sql, DoctorId id) throws SQLException {
    return Directory.listings(sql, List.of(id.value())).stream().findFirst();
  }

  private static Object[] columns(Doctor doctor) {
    return new Object[] {
      doctor.specialization(),
      SearchWords.fold(doctor.specialization()),
      doctor.experience(),
      doctor.qualification(),
      doctor.about(),
      doctor.contactNumber(),
      doctor.timeZone().getId(),
      doctor.rules().slotMinutes(),
      doctor.rules().bufferMinutes(),
      doctor.rules().minimumNoticeMinutes(),
      doctor.rules().horizonDays(),
      doctor.rules().autoConfirm(),
      doctor.id().value()
    };
  }

  private static Object[] with(Object[] values, Object last) {
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = last;
    return all;
  }
}
