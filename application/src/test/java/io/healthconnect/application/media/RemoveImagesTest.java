package io.healthconnect.application.media;

import static io.healthconnect.application.media.MediaWorld.PAUL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Image;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageId;
import io.healthconnect.testkit.appointment.Appointments;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveImagesTest {
  private static final AccountId DORA = new AccountId("d1");

  private final MediaWorld world = new MediaWorld();

  private int remove() {
    return world.useCases.removeImages().removeImages(PAUL.id());
  }

  @Test
  void removesAllImagesOfAPerson() {
    MediaId avatar = world.avatar("png me");
    MediaId pending = world.upload("png soon", Optional.empty()).id();
    assertEquals(2, remove());
    assertFalse(world.isKept(avatar));
    assertFalse(world.isKept(pending));
    assertEquals(
        Optional.empty(),
        world.store.accounts().find(PAUL.id()).flatMap(account -> account.avatar()));
    assertEquals(0, remove());
  }

  @Test
  void hidesAllImagesOfAPersonAlthoughTheImageStoreIsAway() {
    MediaId avatar = world.avatar("png me");
    world.images.away = true;
    assertEquals(1, remove());
    world.images.away = false;
    assertEquals(Optional.empty(), world.fetch(Optional.of(PAUL), avatar));
    assertTrue(world.isKept(avatar));
    assertEquals(1, world.useCases.sweep().sweepImages());
    assertFalse(world.isKept(avatar));
  }

  @Test
  void theMessagesStayWithImagesThatNobodyGets() {
    Media image = world.upload("jpeg skin", Optional.of(DORA));
    Message sent =
        Appointments.value(
            world
                .store
                .messages()
                .append(
                    new Draft(
                        new MessageId("x1"),
                        PAUL.id(),
                        DORA,
                        Optional.empty(),
                        Optional.of(new Image(image.id(), image.width(), image.height())),
                        new ClientId("c1"),
                        world.clock.instant())));
    assertEquals(1, remove());
    assertEquals(Optional.of(sent), world.store.messages().findSent(PAUL.id(), new ClientId("c1")));
    assertFalse(world.isKept(image.id()));
    for (Actor viewer : new Actor[] {PAUL, new Actor(DORA, PAUL.role(), PAUL.sessionId())}) {
      assertEquals(Optional.empty(), world.fetch(Optional.of(viewer), image.id()));
    }
  }

  @Test
  void leavesTheImagesOfOthers() {
    MediaId avatar = world.avatar("png me");
    assertEquals(0, world.useCases.removeImages().removeImages(DORA));
    assertEquals(0, world.useCases.removeImages().removeImages(new AccountId("nobody")));
    assertTrue(world.isKept(avatar));
    assertEquals(Optional.of("png me"), world.fetch(Optional.empty(), avatar));
  }
}
