package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.Fields.filled;
import static io.healthconnect.rest.http.Fields.or;
import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.account.SignUp;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.TimeZones;
import io.healthconnect.domain.doctor.WeeklySchedule;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.rest.http.TimeTexts;
import io.healthconnect.rest.patient.PatientShape;
import java.util.List;
import java.util.Map;
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
    @Nullable List<PatientShape.@Nullable Contact> emergencyContacts) {
  private static final AccountId NOBODY = new AccountId("nobody");

  SignUp.Command command() {
    SignUp.Profile profile =
        switch (Role.parse(required("role", role))) {
          case DOCTOR -> doctorProfile();
          case PATIENT -> patientProfile();
          case ADMIN -> throw new InvalidValueException("role", "must be doctor or patient");
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
    doctor(NOBODY);
    return new SignUp.Profile.OfDoctor(this::doctor);
  }

  private SignUp.Profile patientProfile() {
    refuse("specialization", specialization);
    refuse("experience", experience);
    refuse("qualification", qualification);
    refuse("about", about);
    refuse("timeZone", timeZone);
    patient(NOBODY);
    return new SignUp.Profile.OfPatient(this::patient);
  }

  private Doctor doctor(AccountId id) {
    return new Doctor(
        new DoctorId(id),
        required("specialization", specialization),
        or(experience, 0),
        or(qualification, ""),
        or(about, ""),
        filled(contactNumber),
        TimeZones.parse(or(timeZone, "UTC")),
        BookingRules.DEFAULT,
        WeeklySchedule.EMPTY,
        Map.of(),
        1);
  }

  private Patient patient(AccountId id) {
    return new Patient(
        new PatientId(id),
        filled(dateOfBirth).map(text -> TimeTexts.date("dateOfBirth", text)),
        filled(gender),
        filled(bloodGroup),
        filled(allergies),
        filled(contactNumber),
        emergencyContacts == null ? List.of() : PatientShape.read(emergencyContacts),
        1);
  }

  private static void refuse(String field, @Nullable Object value) {
    if (value != null) {
      throw new InvalidValueException(field, "does not belong to this role");
    }
  }

  @Override
  public String toString() {
    return "SignUpRequest[hidden]";
  }
}
