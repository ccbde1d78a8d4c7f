package io.healthconnect.domain.doctor;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Text;
import io.healthconnect.domain.patient.PhoneNumbers;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A doctor's description of the practice.
 *
 * @param experience years, 0 to 80
 * @param contactNumber private; never shown to patients or strangers
 * @param timeZone the zone of the schedule's wall times
 * @param languages in the doctor's order, at most 10 and none twice
 */
public record DoctorProfile(
    String specialization,
    int experience,
    String qualification,
    String about,
    Optional<String> contactNumber,
    ZoneId timeZone,
    List<Language> languages) {
  private static final int MAX_LANGUAGES = 10;

  public DoctorProfile {
    specialization = Text.line("specialization", specialization, 80);
    if (experience < 0 || experience > 80) {
      throw InvalidValueException.outOfRange("experience", 0, 80);
    }
    qualification = Text.optionalLine("qualification", qualification, 200);
    about = Text.block("about", about, 4000);
    languages = List.copyOf(languages);
    if (languages.size() > MAX_LANGUAGES) {
      throw InvalidValueException.tooMany("languages", MAX_LANGUAGES);
    }
    if (new HashSet<>(languages).size() < languages.size()) {
      throw new InvalidValueException(
          "languages", "must not name a language twice", Code.DUPLICATE);
    }
  }

  /** A profile that names no language. */
  public DoctorProfile(
      String specialization,
      int experience,
      String qualification,
      String about,
      Optional<String> contactNumber,
      ZoneId timeZone) {
    this(specialization, experience, qualification, about, contactNumber, timeZone, List.of());
  }

  /**
   * Returns this profile if its contact number is valid. The constructor does not check it, so that
   * numbers from before the rule stay readable.
   *
   * @throws InvalidValueException if the contact number is not a telephone number
   */
  public DoctorProfile requireContactNumber() {
    return new DoctorProfile(
        specialization,
        experience,
        qualification,
        about,
        contactNumber.map(number -> PhoneNumbers.check("contactNumber", number)),
        timeZone,
        languages);
  }

  /** The field of work and the time zone, without anything that says who the person was. */
  DoctorProfile erased() {
    return new DoctorProfile(specialization, 0, "", "", Optional.empty(), timeZone);
  }

  /** New values for some members; members without a new value keep theirs. */
  public record Change(
      Optional<String> specialization,
      Optional<Integer> experience,
      Optional<String> qualification,
      Optional<String> about,
      Patch<String> contactNumber,
      Optional<ZoneId> timeZone,
      Optional<List<Language>> languages) {
    public static final Change NONE =
        new Change(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Patch.keep(),
            Optional.empty(),
            Optional.empty());

    /**
     * @throws InvalidValueException if a new value breaks the rules of its member
     */
    public DoctorProfile applyTo(DoctorProfile profile) {
      DoctorProfile changed =
          new DoctorProfile(
              specialization.orElse(profile.specialization),
              experience.orElse(profile.experience),
              qualification.orElse(profile.qualification),
              about.orElse(profile.about),
              contactNumber.applyTo(profile.contactNumber),
              timeZone.orElse(profile.timeZone),
              languages.orElse(profile.languages));
      return changed.contactNumber.equals(profile.contactNumber)
          ? changed
          : changed.requireContactNumber();
    }
  }
}
