package io.healthconnect.application.media;

import static io.healthconnect.application.media.MediaWorld.PAUL;
import static io.healthconnect.application.media.MediaWorld.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadDocumentTest {
  private static final Actor ADMIN = actor("a1", Role.ADMIN);
  private static final Actor DORA = actor("d1", Role.DOCTOR);

  private final MediaWorld world = new MediaWorld();

  private static Actor actor(String id, Role role) {
    return new Actor(new AccountId(id), role, new SessionId("s-" + id));
  }

  private MediaId document() {
    MediaId id =
        world
            .uploads
            .take(DORA.id(), ImagePurpose.DOCUMENT, Optional.empty(), file("jpeg licence"))
            .fold(media -> media.id(), refusal -> fail(refusal.name()));
    world.store.evidence().change(DoctorId.of("d1"), evidence -> evidence.with(id));
    return id;
  }

  private Result<String, ReadDocument.Refusal> read(Actor actor, MediaId id) {
    return world
        .useCases
        .readDocument()
        .readDocument(new ReadDocument.Query(actor, id))
        .map(
            found ->
                found
                    .delivery()
                    .get()
                    .orElseThrow()
                    .fold(
                        own -> new String(own.bytes(), StandardCharsets.UTF_8),
                        elsewhere -> fail("is in the store")));
  }

  @Test
  void showsADocumentToAdminsAndWritesThatDown() {
    MediaId id = document();
    assertEquals(Result.success("jpeg licence"), read(ADMIN, id));
    assertEquals(
        List.of(
            AuditEvent.of(AuditAction.DOCUMENT_READ, world.clock.instant())
                .by(ADMIN.id(), ADMIN.sessionId())
                .about(DORA.id())
                .on(id.value())),
        world.store.audit().events());
  }

  @Test
  void showsItToNobodyElseButTheOwnerInTheirWay() {
    MediaId id = document();
    for (Actor other : List.of(DORA, PAUL)) {
      assertEquals(Result.failure(ReadDocument.Refusal.NOT_AN_ADMIN), read(other, id));
    }
    assertEquals(Optional.of("jpeg licence"), world.fetch(Optional.of(DORA), id));
    for (Optional<Actor> other :
        List.of(Optional.of(PAUL), Optional.of(ADMIN), Optional.<Actor>empty())) {
      assertEquals(Optional.empty(), world.fetch(other, id));
    }
    assertEquals(List.of(), world.store.audit().events());
  }

  @Test
  void showsNoOtherImages() {
    MediaId former = document();
    world.store.evidence().change(DoctorId.of("d1"), evidence -> evidence.without(former));
    for (MediaId other : List.of(former, world.avatar("png face"), new MediaId("none"))) {
      assertEquals(Result.failure(ReadDocument.Refusal.NOT_FOUND), read(ADMIN, other));
    }
    assertEquals(List.of(), world.store.audit().events());
  }
}
