package io.healthconnect.domain.patient;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a patient tells doctors about themselves. Everything is optional. */
public record Patient(
    PatientId id,
    Optional<LocalDate> dateOfBirth,
    Optional<String> gender,
    Optional<String> bloodGroup,
    Optional<String> allergies,
    Optional<String> contactNumber,
    List<EmergencyContact> emergencyContacts,
    long version) {
  private static final int MAX_CONTACTS = 5;

  public Patient {
    dateOfBirth.ifPresent(
        date -> {
          if (date.getYear() < 1880 || date.getYear() > 2200) {
            throw new InvalidValueException("dateOfBirth", "is not a plausible date");
          }
        });
    gender = gender.map(g -> Text.line("gender", g, 40));
    bloodGroup = bloodGroup.map(g -> Text.line("bloodGroup", g, 10));
    allergies = allergies.map(a -> Text.block("allergies", a, 2000)).filter(a -> !a.isEmpty());
    contactNumber = contactNumber.map(n -> PhoneNumbers.check("contactNumber", n));
    if (emergencyContacts.size() > MAX_CONTACTS) {
      throw new InvalidValueException("emergencyContacts", "must be at most " + MAX_CONTACTS);
    }
    emergencyContacts = List.copyOf(emergencyContacts);
  }

  public static Patient blank(PatientId id) {
    return new Patient(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        1);
  }
}
