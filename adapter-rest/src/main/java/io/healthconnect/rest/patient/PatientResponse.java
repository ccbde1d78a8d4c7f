package io.healthconnect.rest.patient;

import static io.healthconnect.rest.http.request.Fields.element;
import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.patient.PatientListing;
import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.edge.view.MediaPaths;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A patient's record. */
public record PatientResponse(
    String id,
    String name,
    @Nullable String avatar,
    @Nullable String dateOfBirth,
    @Nullable String gender,
    @Nullable String bloodGroup,
    @Nullable String allergies,
    @Nullable String contactNumber,
    List<Contact> emergencyContacts) {
  /** An emergency contact. */
  public record Contact(
      @Nullable String name, @Nullable String relation, @Nullable String contactNumber) {
    EmergencyContact read() {
      return new EmergencyContact(
          required("emergencyContacts.name", name),
          Optional.ofNullable(relation),
          required("emergencyContacts.contactNumber", contactNumber));
    }
  }

  static PatientResponse of(PatientListing listing) {
    PatientProfile profile = listing.patient().profile();
    return new PatientResponse(
        listing.patient().id().value(),
        listing.account().name().value(),
        MediaPaths.of(listing.account().avatar()),
        profile.dateOfBirth().map(LocalDate::toString).orElse(null),
        profile.gender().orElse(null),
        profile.bloodGroup().orElse(null),
        profile.allergies().orElse(null),
        profile.contactNumber().orElse(null),
        contacts(profile));
  }

  public static List<Contact> contacts(PatientProfile profile) {
    return profile.emergencyContacts().stream()
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
