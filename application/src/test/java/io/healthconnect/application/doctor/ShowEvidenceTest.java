package io.healthconnect.application.doctor;

import static io.healthconnect.application.doctor.EvidenceWorld.DORA;
import static io.healthconnect.application.doctor.EvidenceWorld.PAUL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.LicenceNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowEvidenceTest {
  @Test
  void showsDoctorsTheirOwn() {
    EvidenceWorld world = new EvidenceWorld();
    assertEquals(Evidence.NONE, world.useCases.show().showEvidence(DORA));
    Evidence stored =
        world
            .store
            .evidence()
            .change(
                DoctorId.of("d1"),
                none -> none.withLicenceNumber(Optional.of(new LicenceNumber("MD-4711"))));
    assertEquals(stored, world.useCases.show().showEvidence(DORA));
    assertEquals(Evidence.NONE, world.useCases.show().showEvidence(PAUL));
  }
}
