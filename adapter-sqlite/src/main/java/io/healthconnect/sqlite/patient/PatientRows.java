package io.healthconnect.sqlite.patient;

import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.sqlite.db.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads patients from rows. */
final class PatientRows {
  private PatientRows() {}

  static EmergencyContact contact(Row row) throws SQLException {
    return new EmergencyContact(
        row.text("name"), row.optionalText("relation"), row.text("contact_number"));
  }

  static Patient patient(Row row, List<EmergencyContact> contacts) throws SQLException {
    return new Patient(
        PatientId.of(row.text("id")),
        new PatientProfile(
            row.optionalText("date_of_birth").map(LocalDate::parse),
            row.optionalText("gender"),
            row.optionalText("blood_group"),
            row.optionalText("allergies"),
            row.optionalText("contact_number"),
            contacts),
        row.number("version"));
  }
}
