package io.healthconnect.domain.patient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.Patch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatientTest {
  private final Patient patient = Patient.create(PatientId.of("p"), PatientProfile.BLANK);

  @Test
  void beginsWithVersion1() {
    assertEquals(1, patient.version());
    assertEquals(PatientProfile.BLANK, patient.profile());
  }

  @Test
  void aChangeTouchesNothingElse() {
    PatientProfile profile =
        new PatientProfile.Change(
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.set("Nuts"),
                Patch.keep(),
                Optional.empty())
            .applyTo(PatientProfile.BLANK);
    assertEquals(Optional.of("Nuts"), patient.withProfile(profile).profile().allergies());
    assertEquals(patient, patient.withProfile(profile).withProfile(PatientProfile.BLANK));
    assertEquals(2, patient.withVersion(2).version());
    assertEquals(patient, patient.withVersion(2).withVersion(1));
  }

  @Test
  void anErasedRecordIsBlank() {
    PatientProfile profile =
        new PatientProfile(
            Optional.empty(),
            Optional.of("female"),
            Optional.empty(),
            Optional.of("Nuts"),
            Optional.empty(),
            List.of());
    assertEquals(patient, patient.withProfile(profile).erased());
  }
}
