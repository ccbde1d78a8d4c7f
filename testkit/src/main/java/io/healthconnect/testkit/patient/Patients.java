package io.healthconnect.testkit.patient;

import io.healthconnect.domain.patient.EmergencyContact;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Valid patients. */
public final class Patients {
  private Patients() {}

  /** A patient who has told nothing. */
  public static Patient blank(String id) {
    return Patient.blank(PatientId.of(id));
  }

  /** A patient with something in every field. */
  public static Patient complete(String id) {
    return new Patient(
        PatientId.of(id),
        Optional.of(LocalDate.parse("1984-02-29")),
        Optional.of("female"),
        Optional.of("AB-"),
        Optional.of("Nuts\nPenicillin"),
        Optional.of("+49 (30) 12-34"),
        List.of(
            new EmergencyContact("Zoë", Optional.of("sister"), "112"),
            new EmergencyContact("Adam", Optional.empty(), "110")),
        1);
  }
}
