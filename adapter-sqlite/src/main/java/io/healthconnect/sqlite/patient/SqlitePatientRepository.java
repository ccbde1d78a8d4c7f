package io.healthconnect.sqlite.patient;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.EmailTaken;
import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.sqlite.account.NewAccounts;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Patients in SQLite. */
public final class SqlitePatientRepository implements PatientRepository {
  private final Database database;

  public SqlitePatientRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Account, EmailTaken> add(Account account, Patient patient) {
    return database.write(
        step -> {
          Result<Account, EmailTaken> added = NewAccounts.add(step, account);
          if (added instanceof Result.Success) {
            step.update(
                """
                INSERT INTO patient (date_of_birth, gender, blood_group, allergies, contact_number,
                  id, version)
                VALUES (?, ?, ?, ?, ?, ?, 1)
                """,
                patient.dateOfBirth(),
                patient.gender(),
                patient.bloodGroup(),
                patient.allergies(),
                patient.contactNumber(),
                patient.id().value());
            addContacts(step, patient);
          }
          return added;
        });
  }

  @Override
  public Optional<Patient> find(PatientId id) {
    return database.read(sql -> find(sql, id));
  }

  @Override
  public Patient save(Patient patient) {
    return database.write(
        step -> {
          int changed =
              step.update(
                  """
                  UPDATE patient SET date_of_birth = ?, gender = ?, blood_group = ?, allergies = ?,
                    contact_number = ?, version = version + 1
                  WHERE id = ? AND version = ?
                  """,
                  patient.dateOfBirth(),
                  patient.gender(),
                  patient.bloodGroup(),
                  patient.allergies(),
                  patient.contactNumber(),
                  patient.id().value(),
                  patient.version());
          if (changed == 0) {
            throw new StaleVersionException("patient");
          }
          step.update("DELETE FROM emergency_contact WHERE patient_id = ?", patient.id().value());
          addContacts(step, patient);
          return find(step, patient.id()).orElseThrow();
        });
  }

  private static Optional<Patient> find(Sql sql, PatientId id) throws SQLException {
    List<EmergencyContact> contacts =
        sql.list(
            "SELECT * FROM emergency_contact WHERE patient_id = ? ORDER BY position",
            PatientRows::contact,
            id.value());
    return sql.one(
        "SELECT * FROM patient WHERE id = ?",
        row -> PatientRows.patient(row, contacts),
        id.value());
  }

  private static void addContacts(Step step, Patient patient) throws SQLException {
    int position = 0;
    for (EmergencyContact contact : patient.emergencyContacts()) {
      step.update(
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
