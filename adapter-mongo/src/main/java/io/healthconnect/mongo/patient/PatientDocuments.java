package io.healthconnect.mongo.patient;

import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.mongo.db.DocumentFields;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/** Maps patients to documents. */
final class PatientDocuments {
  /** The members that a record may lack. */
  static final List<String> OPTIONAL =
      List.of("dateOfBirth", "gender", "bloodGroup", "allergies", "contactNumber");

  private PatientDocuments() {}

  /** All members except identifier and version. */
  static Document record(PatientProfile profile) {
    Document document =
        new Document(
            "emergencyContacts",
            profile.emergencyContacts().stream().map(PatientDocuments::document).toList());
    profile.dateOfBirth().ifPresent(date -> document.append("dateOfBirth", date.toString()));
    profile.gender().ifPresent(gender -> document.append("gender", gender));
    profile.bloodGroup().ifPresent(group -> document.append("bloodGroup", group));
    profile.allergies().ifPresent(allergies -> document.append("allergies", allergies));
    profile.contactNumber().ifPresent(number -> document.append("contactNumber", number));
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
        PatientId.of(DocumentFields.text(document, "_id")),
        new PatientProfile(
            DocumentFields.optionalText(document, "dateOfBirth").map(LocalDate::parse),
            DocumentFields.optionalText(document, "gender"),
            DocumentFields.optionalText(document, "bloodGroup"),
            DocumentFields.optionalText(document, "allergies"),
            DocumentFields.optionalText(document, "contactNumber"),
            DocumentFields.parts(document, "emergencyContacts").stream()
                .map(PatientDocuments::contact)
                .toList()),
        DocumentFields.number(document, "version"));
  }

  private static EmergencyContact contact(Document document) {
    return new EmergencyContact(
        DocumentFields.text(document, "name"),
        DocumentFields.optionalText(document, "relation"),
        DocumentFields.text(document, "contactNumber"));
  }
}
