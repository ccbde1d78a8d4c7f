package io.healthconnect.application.doctor;

import static io.healthconnect.application.doctor.EvidenceWorld.DORA;
import static io.healthconnect.application.doctor.EvidenceWorld.PAUL;
import static io.healthconnect.application.doctor.EvidenceWorld.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Patch;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.MediaType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveDocumentTest {
  private final EvidenceWorld world = new EvidenceWorld();

  private MediaId add(String text) {
    List<MediaId> all =
        world
            .useCases
            .change()
            .changeEvidence(new ChangeEvidence.Command(DORA, Patch.keep(), Optional.of(file(text))))
            .fold(Evidence::documents, refusal -> fail("refused: " + refusal));
    return all.get(all.size() - 1);
  }

  private Result<Evidence, RemoveDocument.Refusal> remove(Actor actor, MediaId id) {
    return world.useCases.removeDocument().removeDocument(new RemoveDocument.Command(actor, id));
  }

  @Test
  void removesTheDocumentAndItsBytes() {
    MediaId wrong = add("png wrong");
    MediaId right = add("png right");
    assertEquals(
        Result.success(new Evidence(Optional.empty(), List.of(right))), remove(DORA, wrong));
    assertEquals(MediaState.REMOVED, world.store.media().find(wrong).orElseThrow().state());
    assertEquals(Optional.empty(), world.images.read(wrong, MediaType.PNG));
    assertTrue(world.images.read(right, MediaType.PNG).isPresent());
    assertEquals(Result.failure(RemoveDocument.Refusal.NOT_FOUND), remove(DORA, wrong));
  }

  @Test
  void removesNothingElse() {
    MediaId document = add("png licence");
    assertEquals(Result.failure(RemoveDocument.Refusal.NOT_A_DOCTOR), remove(PAUL, document));
    assertEquals(
        Result.failure(RemoveDocument.Refusal.NOT_FOUND), remove(DORA, new MediaId("none")));
    assertEquals(List.of(document), world.useCases.show().showEvidence(DORA).documents());
  }
}
