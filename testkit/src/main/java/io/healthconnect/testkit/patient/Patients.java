package io.healthconnect.testkit.patient;

import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Valid patients. */
public final class Patients {
  private Patients() {}

  /** A patient whose profile is empty. */
  public static Patient blank(String id) {
    return Patient.create(PatientId.of(id), PatientProfile.BLANK);
  }

  /** A patient with a value in every field. */
  public static Patient complete(String id) {
    PatientProfile profile =
        new PatientProfile(
            Optional.of(LocalDate.parse("1984-02-29")),
            Optional.of("female"),
            Optional.of("AB-"),
            Optional.of("Nuts\nPenicillin"),
            Optional.of("+49 (30) 12-34"),
            List.of(
                new EmergencyContact("Zoë", Optional.of("sister"), "112"),
                new EmergencyContact("Adam", Optional.empty(), "110")));
    return Patient.create(PatientId.of(id), profile);
  }
}
