package io.healthconnect.rest.patient;

import static io.healthconnect.rest.http.Fields.element;
import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.patient.PatientListing;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A patient's record. */
public record PatientShape(
    String id,
    String name,
    @Nullable String avatar,
    @Nullable String dateOfBirth,
    @Nullable String gender,
    @Nullable String bloodGroup,
    @Nullable String allergies,
    @Nullable String contactNumber,
    List<Contact> emergencyContacts) {
  /** Somebody to reach when something happens. */
  public record Contact(
      @Nullable String name, @Nullable String relation, @Nullable String contactNumber) {
    EmergencyContact read() {
      return new EmergencyContact(
          required("emergencyContacts.name", name),
          Optional.ofNullable(relation),
          required("emergencyContacts.contactNumber", contactNumber));
    }
  }

  static PatientShape of(PatientListing listing) {
    Patient patient = listing.patient();
    return new PatientShape(
        patient.id().value(),
        listing.account().name().value(),
        Views.mediaPath(listing.account().avatar()),
        patient.dateOfBirth().map(LocalDate::toString).orElse(null),
        patient.gender().orElse(null),
        patient.bloodGroup().orElse(null),
        patient.allergies().orElse(null),
        patient.contactNumber().orElse(null),
        contacts(patient));
  }

  public static List<Contact> contacts(Patient patient) {
    return patient.emergencyContacts().stream()
        .map(c -> new Contact(c.name(), c.relation().orElse(null), c.contactNumber()))
        .toList();
  }

  /** Reads contacts from a request. */
  public static List<EmergencyContact> read(List<@Nullable Contact> contacts) {
    return IntStream.range(0, contacts.size())
        .mapToObj(
            i ->
                element(
                    "emergencyContacts",
                    i,
                    () -> required("emergencyContacts", contacts.get(i)).read()))
        .toList();
  }
}
