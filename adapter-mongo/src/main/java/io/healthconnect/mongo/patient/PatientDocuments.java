package io.healthconnect.mongo.patient;

import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.Stored;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/** Patients' records as documents. */
final class PatientDocuments {
  /** What a record may lack. */
  static final List<String> OPTIONAL =
      List.of("dateOfBirth", "gender", "bloodGroup", "allergies", "contactNumber");

  private PatientDocuments() {}

  /** All but identifier and version. */
  static Document record(Patient patient) {
    Document document =
        new Document(
            "emergencyContacts",
            patient.emergencyContacts().stream().map(PatientDocuments::document).toList());
    patient.dateOfBirth().ifPresent(date -> document.append("dateOfBirth", date.toString()));
    patient.gender().ifPresent(gender -> document.append("gender", gender));
    patient.bloodGroup().ifPresent(group -> document.append("bloodGroup", group));
    patient.allergies().ifPresent(allergies -> document.append("allergies", allergies));
    patient.contactNumber().ifPresent(number -> document.append("contactNumber", number));
    return document;
  }

  private static Document document(EmergencyContact contact) {
    Document document =
        new Document("name", contact.name()).append("contactNumber", contact.contactNumber());
    contact.relation().ifPresent(relation -> document.append("relation", relation));
    return document;
  }

  static Patient patient(Document document) {
    return new Patient(
        PatientId.of(Stored.text(document, "_id")),
        Stored.optionalText(document, "dateOfBirth").map(LocalDate::parse),
        Stored.optionalText(document, "gender"),
        Stored.optionalText(document, "bloodGroup"),
        Stored.optionalText(document, "allergies"),
        Stored.optionalText(document, "contactNumber"),
        Stored.parts(document, "emergencyContacts").stream()
            .map(PatientDocuments::contact)
            .toList(),
        Stored.number(document, "version"));
  }

  private static EmergencyContact contact(Document document) {
    return new EmergencyContact(
        Stored.text(document, "name"),
        Stored.optionalText(document, "relation"),
        Stored.text(document, "contactNumber"));
  }
}
