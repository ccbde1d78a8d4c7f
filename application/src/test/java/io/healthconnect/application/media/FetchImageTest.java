package io.healthconnect.application.media;

import static io.healthconnect.application.media.MediaWorld.PAUL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.testkit.appointment.Appointments;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FetchImageTest {
  private static final Actor DORA =
      new Actor(new AccountId("d1"), Role.DOCTOR, new SessionId("s2"));
  private static final Actor STRANGER =
      new Actor(new AccountId("p2"), Role.PATIENT, new SessionId("s3"));

  private final MediaWorld world = new MediaWorld();

  @Test
  void handsAvatarsToAnybody() {
    MediaId avatar = world.avatar("png me");
    assertEquals(Optional.of("png me"), world.fetch(Optional.empty(), avatar));
    assertEquals(Optional.of("png me"), world.fetch(Optional.of(STRANGER), avatar));
  }

  @Test
  void handsImagesOfMessagesToTheirTwoPeopleOnly() {
    Media image = world.upload("jpeg skin", Optional.of(DORA.id()));
    Appointments.value(
        world
            .store
            .messages()
            .append(
                new Draft(
                    new MessageId("x1"),
                    PAUL.id(),
                    DORA.id(),
                    Optional.empty(),
                    Optional.of(new Image(image.id(), image.width(), image.height())),
                    new ClientId("c1"),
                    world.clock.instant())));
    for (Actor viewer : new Actor[] {PAUL, DORA}) {
      assertEquals(Optional.of("jpeg skin"), world.fetch(Optional.of(viewer), image.id()));
    }
    assertEquals(Optional.empty(), world.fetch(Optional.of(STRANGER), image.id()));
    assertEquals(Optional.empty(), world.fetch(Optional.empty(), image.id()));
  }

  @Test
  void hidesUploadsThatNothingShows() {
    Media pending = world.upload("png soon", Optional.empty());
    assertEquals(Optional.empty(), world.fetch(Optional.of(PAUL), pending.id()));
    assertEquals(Optional.empty(), world.fetch(Optional.of(PAUL), new MediaId("none")));
  }
}
