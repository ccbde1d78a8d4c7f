package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.MissingException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.NextFree;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.account.AccountNames;
import io.healthconnect.sqlite.account.NewAccounts;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.search.DoctorWords;
import io.healthconnect.sqlite.search.NextFreeTimes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Doctors in SQLite. */
public final class SqliteDoctorRepository implements DoctorRepository {
  private static final String SPECIALIZATIONS_OF =
      "SELECT id, specialization FROM doctor WHERE id IN (SELECT value FROM json_each(?))";

  private final Database database;

  public SqliteDoctorRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Account, EmailTaken> add(
      Account account, PasswordHash passwordHash, Doctor doctor) {
    return database.write(
        transaction -> {
          Result<Account, EmailTaken> added = NewAccounts.add(transaction, account, passwordHash);
          Visibility shown = account.standing().visibility();
          if (added instanceof Result.Success) {
            transaction.update(
                """
                INSERT INTO doctor (specialization, specialization_folded, experience,
                  qualification, about, contact_number, time_zone, slot_minutes, buffer_minutes,
                  minimum_notice_minutes, horizon_days, auto_confirm, calls_anytime, quiet,
                  languages, id, version, name_folded, listed, verified)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
                """,
                with(
                    columns(doctor),
                    SearchWords.sortKey(account.name().value()),
                    shown.isListed(),
                    shown == Visibility.VERIFIED));
            Schedules.add(transaction, doctor);
            Languages.replace(transaction, doctor);
            DoctorWords.refresh(transaction, doctor.id().value());
            if (shown.isListed()) {
              DoctorWords.count(transaction, doctor.profile().specialization());
            }
            transaction.publish(new Change.DoctorChanged(doctor.id()));
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
  public Map<DoctorId, Doctor> findAll(Collection<DoctorId> ids) {
    List<String> wanted = ids.stream().map(DoctorId::value).distinct().toList();
    return database.read(
        sql ->
            Directory.listings(sql, wanted).stream()
                .map(DoctorListing::doctor)
                .collect(Collectors.toUnmodifiableMap(Doctor::id, Function.identity())));
  }

  @Override
  public Map<DoctorId, String> specializationsOf(Collection<DoctorId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<DoctorId, String> found = new HashMap<>();
    database.readOnce(
        sql ->
            sql.list(
                SPECIALIZATIONS_OF,
                row -> found.put(DoctorId.of(row.text("id")), row.text("specialization")),
                Sql.array(ids.stream().map(DoctorId::value).toList())));
    return Map.copyOf(found);
  }

  @Override
  public Doctor save(Doctor doctor) {
    return database.write(transaction -> save(transaction, doctor));
  }

  @Override
  public Doctor save(Doctor doctor, PersonName name) {
    return database.write(
        transaction -> {
          AccountNames.change(transaction, doctor.id().account(), name);
          DoctorWords.rename(transaction, doctor.id().account(), name);
          return save(transaction, doctor);
        });
  }

  /** What the counts of specializations hold of a doctor: nothing, unless listed. */
  private record Practice(String specialization, boolean listed) {
    boolean isLeftFor(String another) {
      return listed && !specialization.equals(SearchWords.fold(another));
    }
  }

  private static Doctor save(Transaction transaction, Doctor doctor) throws SQLException {
    String id = doctor.id().value();
    Optional<Practice> before =
        transaction.one(
            "SELECT specialization_folded, listed FROM doctor WHERE id = ?",
            row -> new Practice(row.text("specialization_folded"), row.flag("listed")),
            id);
    update(transaction, doctor);
    NextFreeTimes.changed(transaction, doctor.id());
    Schedules.remove(transaction, id);
    Schedules.add(transaction, doctor);
    Languages.replace(transaction, doctor);
    DoctorWords.refresh(transaction, id);
    if (before.orElseThrow().isLeftFor(doctor.profile().specialization())) {
      DoctorWords.discount(transaction, before.get().specialization());
      DoctorWords.count(transaction, doctor.profile().specialization());
    }
    transaction.publish(new Change.DoctorChanged(doctor.id()));
    return listing(transaction, doctor.id())
        .orElseThrow(() -> new MissingException("doctor"))
        .doctor();
  }

  private static void update(Transaction transaction, Doctor doctor) throws SQLException {
    int changed =
        transaction.update(
            """
            UPDATE doctor SET specialization = ?, specialization_folded = ?, experience = ?,
              qualification = ?, about = ?, contact_number = ?, time_zone = ?, slot_minutes = ?,
              buffer_minutes = ?, minimum_notice_minutes = ?, horizon_days = ?, auto_confirm = ?,
              calls_anytime = ?, quiet = ?, languages = ?, version = version + 1
            WHERE id = ? AND version = ? AND NOT EXISTS (
              SELECT 1 FROM account WHERE account.id = doctor.id AND erased_at IS NOT NULL)
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
  public int count(DoctorSearch search, int most) {
    return database.read(sql -> Directory.count(sql, search, most));
  }

  @Override
  public Set<String> wordsBeginning(String beginning, int most) {
    return database.read(sql -> DoctorWords.beginning(sql, beginning, most));
  }

  @Override
  public List<NextFree.Due> nextFreeDue(Instant now, int most) {
    return database.read(sql -> NextFreeTimes.due(sql, now, most));
  }

  @Override
  public void saveNextFree(List<NextFree> computed) {
    database.write(
        transaction -> {
          for (NextFree each : computed) {
            NextFreeTimes.save(transaction, each);
          }
          return computed;
        });
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
      doctor.profile().specialization(),
      SearchWords.fold(doctor.profile().specialization()),
      doctor.profile().experience(),
      doctor.profile().qualification(),
      doctor.profile().about(),
      doctor.profile().contactNumber(),
      doctor.timeZone().getId(),
      doctor.rules().slotMinutes(),
      doctor.rules().bufferMinutes(),
      doctor.rules().minimumNoticeMinutes(),
      doctor.rules().horizonDays(),
      doctor.rules().autoConfirm(),
      doctor.rules().callsAnytime(),
      doctor.rules().quiet(),
      Languages.text(doctor.profile().languages()),
      doctor.id().value()
    };
  }

  private static Object[] with(Object[] values, Object... more) {
    Object[] all = Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    return all;
  }
}
