package io.healthconnect.sqlite.patient;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.sqlite.account.AccountNames;
import io.healthconnect.sqlite.account.NewAccounts;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Patients in SQLite. */
public final class SqlitePatientRepository implements PatientRepository {
  private final Database database;

  public SqlitePatientRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Account, EmailTaken> add(
      Account account, PasswordHash passwordHash, Patient patient) {
    return database.write(
        transaction -> {
          Result<Account, EmailTaken> added = NewAccounts.add(transaction, account, passwordHash);
          if (added instanceof Result.Success) {
            transaction.update(
                """
                INSERT INTO patient (date_of_birth, gender, blood_group, allergies, contact_number,
                  id, version)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                """,
                patient.profile().dateOfBirth(),
                patient.profile().gender(),
                patient.profile().bloodGroup(),
                patient.profile().allergies(),
                patient.profile().contactNumber(),
                patient.id().value());
            addContacts(transaction, patient);
          }
          return added;
        });
  }

  @Override
  public Optional<Patient> find(PatientId id) {
    return Optional.ofNullable(findAll(List.of(id)).get(id));
  }

  @Override
  public Map<PatientId, Patient> findAll(Collection<PatientId> ids) {
    return database.read(sql -> findAll(sql, ids));
  }

  @Override
  public Patient save(Patient patient) {
    return database.write(transaction -> save(transaction, patient));
  }

  @Override
  public Patient save(Patient patient, PersonName name) {
    return database.write(
        transaction -> {
          AccountNames.change(transaction, patient.id().account(), name);
          return save(transaction, patient);
        });
  }

  private static Patient save(Transaction transaction, Patient patient) throws SQLException {
    int changed =
        transaction.update(
            """
            UPDATE patient SET date_of_birth = ?, gender = ?, blood_group = ?, allergies = ?,
              contact_number = ?, version = version + 1
            WHERE id = ? AND version = ? AND NOT EXISTS (
              SELECT 1 FROM account WHERE account.id = patient.id AND erased_at IS NOT NULL)
            """,
            patient.profile().dateOfBirth(),
            patient.profile().gender(),
            patient.profile().bloodGroup(),
            patient.profile().allergies(),
            patient.profile().contactNumber(),
            patient.id().value(),
            patient.version());
    if (changed == 0) {
      throw new StaleVersionException("patient");
    }
    transaction.update("DELETE FROM emergency_contact WHERE patient_id = ?", patient.id().value());
    addContacts(transaction, patient);
    return patient.withVersion(patient.version() + 1);
  }

  private static Map<PatientId, Patient> findAll(Sql sql, Collection<PatientId> ids)
      throws SQLException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    String wanted = Sql.array(ids.stream().map(PatientId::value).toList());
    Map<String, List<EmergencyContact>> contacts = new HashMap<>();
    sql.list(
        """
        SELECT * FROM emergency_contact WHERE patient_id IN (SELECT value FROM json_each(?))
        ORDER BY patient_id, position
        """,
        row ->
            contacts
                .computeIfAbsent(row.text("patient_id"), id -> new ArrayList<>())
                .add(PatientRows.contact(row)),
        wanted);
    return sql
        .list(
            "SELECT * FROM patient WHERE id IN (SELECT value FROM json_each(?))",
            row -> PatientRows.patient(row, contacts.getOrDefault(row.text("id"), List.of())),
            wanted)
        .stream()
        .collect(Collectors.toUnmodifiableMap(Patient::id, Function.identity()));
  }

  private static void addContacts(Transaction transaction, Patient patient) throws SQLException {
    int position = 0;
    for (EmergencyContact contact : patient.profile().emergencyContacts()) {
      transaction.update(
          """
          INSERT INTO emergency_contact (patient_id, position, name, relation, contact_number)
          VALUES (?, ?, ?, ?, ?)
          """,
          patient.id().value(),
          position++,
          contact.name(),
          contact.relation(),
          contact.contactNumber());
    }
  }
}
