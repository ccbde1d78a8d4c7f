package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.request.Fields.filled;
import static io.healthconnect.rest.http.request.Fields.or;
import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.account.SignUp;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.TimeZones;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.domain.patient.PhoneNumbers;
import io.healthconnect.rest.doctor.LanguageTags;
import io.healthconnect.rest.http.request.TimeParser;
import io.healthconnect.rest.patient.PatientResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new account. Members of the other role must be left out. */
record SignUpRequest(
    @Nullable String role,
    @Nullable String name,
    @Nullable String email,
    @Nullable String password,
    @Nullable String specialization,
    @Nullable Integer experience,
    @Nullable String qualification,
    @Nullable String about,
    @Nullable String contactNumber,
    @Nullable String timeZone,
    @Nullable String dateOfBirth,
    @Nullable String gender,
    @Nullable String bloodGroup,
    @Nullable String allergies,
    @Nullable List<PatientResponse.@Nullable Contact> emergencyContacts,
    @Nullable List<@Nullable String> languages) {
  SignUp.Command command() {
    SignUp.Profile profile =
        switch (Role.parse(required("role", role))) {
          case DOCTOR -> doctorProfile();
          case PATIENT -> patientProfile();
          case ADMIN ->
              throw new InvalidValueException(
                  "role", "must be doctor or patient", Code.UNKNOWN_VALUE);
        };
    return new SignUp.Command(
        new PersonName(required("name", name)),
        Email.parse(required("email", email)),
        new Password(required("password", password)),
        profile);
  }

  private SignUp.Profile doctorProfile() {
    refuse("dateOfBirth", dateOfBirth);
    refuse("gender", gender);
    refuse("bloodGroup", bloodGroup);
    refuse("allergies", allergies);
    refuse("emergencyContacts", emergencyContacts);
    return new SignUp.Profile.OfDoctor(
        new DoctorProfile(
            required("specialization", specialization),
            or(experience, 0),
            or(qualification, ""),
            or(about, ""),
            filled(contactNumber).map(n -> PhoneNumbers.check("contactNumber", n)),
            TimeZones.parse(or(timeZone, "UTC")),
            languages == null ? List.of() : LanguageTags.parse(languages)),
        WeeklySchedule.EMPTY);
  }

  private SignUp.Profile patientProfile() {
    refuse("specialization", specialization);
    refuse("experience", experience);
    refuse("qualification", qualification);
    refuse("about", about);
    refuse("timeZone", timeZone);
    refuse("languages", languages);
    return new SignUp.Profile.OfPatient(
        new PatientProfile(
            filled(dateOfBirth).map(text -> TimeParser.date("dateOfBirth", text)),
            filled(gender),
            filled(bloodGroup),
            filled(allergies),
            filled(contactNumber),
            emergencyContacts == null ? List.of() : PatientResponse.read(emergencyContacts)));
  }

  private static void refuse(String field, @Nullable Object value) {
    if (value != null) {
      throw new InvalidValueException(field, "does not belong to this role", Code.NOT_ALLOWED);
    }
  }

  @Override
  public String toString() {
    return "SignUpRequest[hidden]";
  }
}
