package io.healthconnect.domain.patient;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What a patient tells doctors. Everything is optional. */
public record PatientProfile(
    Optional<LocalDate> dateOfBirth,
    Optional<String> gender,
    Optional<String> bloodGroup,
    Optional<String> allergies,
    Optional<String> contactNumber,
    List<EmergencyContact> emergencyContacts) {
  private static final int MAX_CONTACTS = 5;
  private static final ZoneOffset FIRST_TO_BEGIN_A_DATE = ZoneOffset.ofHours(14);

  /** An empty profile. */
  public static final PatientProfile BLANK =
      new PatientProfile(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  public PatientProfile {
    dateOfBirth.ifPresent(
        date -> {
          if (date.getYear() < 1880 || date.getYear() > 2200) {
            throw new InvalidValueException(
                "dateOfBirth", "is not a plausible date", Code.OUT_OF_RANGE);
          }
        });
    gender = gender.map(g -> Text.line("gender", g, 40));
    bloodGroup = bloodGroup.map(g -> Text.line("bloodGroup", g, 10));
    allergies = allergies.map(a -> Text.block("allergies", a, 2000)).filter(a -> !a.isEmpty());
    contactNumber = contactNumber.map(n -> PhoneNumbers.check("contactNumber", n));
    if (emergencyContacts.size() > MAX_CONTACTS) {
      throw InvalidValueException.tooMany("emergencyContacts", MAX_CONTACTS);
    }
    emergencyContacts = List.copyOf(emergencyContacts);
  }

  /**
   * Returns this profile if its date of birth is not in the future.
   *
   * @param now determines the date; a date of birth is accepted once it has begun anywhere on Earth
   * @throws InvalidValueException if the date of birth lies in the future
   */
  public PatientProfile requireBorn(Instant now) {
    LocalDate latest = LocalDate.ofInstant(now, FIRST_TO_BEGIN_A_DATE);
    if (dateOfBirth.filter(date -> date.isAfter(latest)).isPresent()) {
      throw new InvalidValueException(
          "dateOfBirth", "must not be in the future", Code.OUT_OF_RANGE);
    }
    return this;
  }

  /** New values for some members; members without a new value keep theirs. */
  public record Change(
      Patch<LocalDate> dateOfBirth,
      Patch<String> gender,
      Patch<String> bloodGroup,
      Patch<String> allergies,
      Patch<String> contactNumber,
      Optional<List<EmergencyContact>> emergencyContacts) {
    public static final Change NONE =
        new Change(
            Patch.keep(), Patch.keep(), Patch.keep(), Patch.keep(), Patch.keep(), Optional.empty());

    /**
     * @throws InvalidValueException if a new value breaks the rules of its member
     */
    public PatientProfile applyTo(PatientProfile profile) {
      return new PatientProfile(
          dateOfBirth.applyTo(profile.dateOfBirth),
          gender.applyTo(profile.gender),
          bloodGroup.applyTo(profile.bloodGroup),
          allergies.applyTo(profile.allergies),
          contactNumber.applyTo(profile.contactNumber),
          emergencyContacts.orElse(profile.emergencyContacts));
    }
  }
}
