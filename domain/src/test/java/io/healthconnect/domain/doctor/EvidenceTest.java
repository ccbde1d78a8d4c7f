package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.media.MediaId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final MediaId FIRST = new MediaId("m1");
  private static final MediaId SECOND = new MediaId("m2");

  @Test
  void addsAndRemovesDocumentsAndKeepsTheRest() {
    Optional<LicenceNumber> licence = Optional.of(new LicenceNumber("MD-4711"));
    Evidence both = Evidence.NONE.withLicenceNumber(licence).with(SECOND).with(FIRST);
    assertEquals(new Evidence(licence, List.of(SECOND, FIRST)), both);
    assertEquals(new Evidence(licence, List.of(FIRST)), both.without(SECOND));
    assertEquals(both, both.without(new MediaId("m3")));
    assertEquals(
        new Evidence(Optional.empty(), List.of(SECOND, FIRST)),
        both.withLicenceNumber(Optional.empty()));
  }

  @Test
  void hasAtMostTenDocuments() {
    Evidence evidence = Evidence.NONE;
    for (int i = 0; i < 10; i++) {
      assertFalse(evidence.isFull());
      evidence = evidence.with(new MediaId("m" + i));
    }
    Evidence full = evidence;
    assertTrue(full.isFull());
    assertThrows(InvalidValueException.class, () -> full.with(new MediaId("m10")));
  }
}
