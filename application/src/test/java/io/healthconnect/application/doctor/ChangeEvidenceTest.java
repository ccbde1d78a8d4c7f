package io.healthconnect.application.doctor;

import static io.healthconnect.application.doctor.EvidenceWorld.DORA;
import static io.healthconnect.application.doctor.EvidenceWorld.PAUL;
import static io.healthconnect.application.doctor.EvidenceWorld.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.ImageRefusal;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeEvidenceTest {
  private static final LicenceNumber LICENCE = new LicenceNumber("MD-4711");

  private final EvidenceWorld world = new EvidenceWorld();

  private Result<Evidence, ChangeEvidence.Refusal> change(
      Actor actor, Patch<LicenceNumber> licence, Optional<String> document) {
    return world
        .useCases
        .change()
        .changeEvidence(
            new ChangeEvidence.Command(actor, licence, document.map(EvidenceWorld::file)));
  }

  private Evidence changed(Patch<LicenceNumber> licence, Optional<String> document) {
    return change(DORA, licence, document)
        .fold(evidence -> evidence, refusal -> fail("refused: " + refusal));
  }

  private static String reason(Result<Evidence, ChangeEvidence.Refusal> result) {
    return result.fold(
        evidence -> "none", refusal -> refusal.<String>fold(Enum::name, ImageRefusal::name));
  }

  @Test
  void keepsWhatTheRequestLeavesOut() {
    Evidence first = changed(Patch.set(LICENCE), Optional.of("jpeg diploma"));
    MediaId diploma = first.documents().get(0);
    assertEquals(new Evidence(Optional.of(LICENCE), List.of(diploma)), first);
    assertEquals(MediaState.ATTACHED, world.store.media().find(diploma).orElseThrow().state());
    Evidence second = changed(Patch.keep(), Optional.of("png licence"));
    assertEquals(Optional.of(LICENCE), second.licenceNumber());
    assertEquals(2, second.documents().size());
    assertEquals(diploma, second.documents().get(0));
    Evidence third = changed(Patch.clear(), Optional.empty());
    assertEquals(new Evidence(Optional.empty(), second.documents()), third);
    assertEquals(third, world.useCases.show().showEvidence(DORA));
  }

  @Test
  void changesNothingWhenTheFileIsRefused() {
    assertEquals("DAMAGED", reason(change(DORA, Patch.set(LICENCE), Optional.of("DAMAGED"))));
    assertEquals(Evidence.NONE, world.useCases.show().showEvidence(DORA));
  }

  @Test
  void refusesAnEleventhDocumentWithoutKeepingTheFile() {
    for (int i = 0; i < 10; i++) {
      changed(Patch.keep(), Optional.of("png " + i));
    }
    for (int i = 0; i < 2; i++) {
      // The quota of uploads has room for one more file, which none of these requests uses.
      assertEquals(
          "TOO_MANY_DOCUMENTS", reason(change(DORA, Patch.set(LICENCE), Optional.of("png more"))));
    }
    assertEquals(Optional.empty(), world.useCases.show().showEvidence(DORA).licenceNumber());
    assertEquals(
        9,
        world
            .useCases
            .removeDocument()
            .removeDocument(
                new RemoveDocument.Command(
                    DORA, world.useCases.show().showEvidence(DORA).documents().get(0)))
            .<Integer>fold(left -> left.documents().size(), refusal -> -1));
    changed(Patch.keep(), Optional.of("png last"));
  }

  @Test
  void isForDoctors() {
    assertEquals("NOT_A_DOCTOR", reason(change(PAUL, Patch.set(LICENCE), Optional.empty())));
    assertEquals("NOT_A_DOCTOR", reason(change(PAUL, Patch.keep(), Optional.of("png x"))));
    assertEquals(Evidence.NONE, world.useCases.show().showEvidence(PAUL));
  }

  @Test
  void hidesTheFile() {
    assertEquals(
        "ChangeEvidence.Command[hidden]",
        new ChangeEvidence.Command(DORA, Patch.keep(), Optional.of(file("png"))).toString());
  }
}
