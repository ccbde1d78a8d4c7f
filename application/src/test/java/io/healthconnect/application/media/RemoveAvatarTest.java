package io.healthconnect.application.media;

import static io.healthconnect.application.media.MediaWorld.PAUL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoveAvatarTest {
  private final MediaWorld world = new MediaWorld();

  private Optional<MediaId> shown() {
    return world.store.accounts().find(PAUL.id()).flatMap(Account::avatar);
  }

  @Test
  void removesTheAvatarOnceAndForAll() {
    MediaId first = world.avatar("png one");
    for (int i = 0; i < 2; i++) {
      world.useCases.removeAvatar().removeAvatar(new RemoveAvatar.Command(PAUL));
      assertEquals(Optional.empty(), shown());
      assertFalse(world.isKept(first));
    }
  }

  @Test
  void hidesARemovedAvatarAlthoughTheImageStoreIsAway() {
    MediaId first = world.avatar("png one");
    world.images.away = true;
    world.useCases.removeAvatar().removeAvatar(new RemoveAvatar.Command(PAUL));
    assertEquals(Optional.empty(), shown());
    world.images.away = false;
    assertEquals(Optional.empty(), world.fetch(Optional.of(PAUL), first));
    assertEquals(1, world.useCases.sweep().sweepImages());
    assertFalse(world.isKept(first));
  }

  @Test
  void returnsTheAccountAsItIsStored() {
    world.avatar("png one");
    Account removed = world.useCases.removeAvatar().removeAvatar(new RemoveAvatar.Command(PAUL));
    assertEquals(world.store.accounts().find(PAUL.id()).orElseThrow(), removed);
    assertEquals(
        removed, world.useCases.removeAvatar().removeAvatar(new RemoveAvatar.Command(PAUL)));
  }

  @Test
  void leavesTheImagesOfMessages() {
    world.avatar("png one");
    MediaId sent = world.upload("png skin", Optional.of(new AccountId("d1"))).id();
    world.useCases.removeAvatar().removeAvatar(new RemoveAvatar.Command(PAUL));
    assertTrue(world.isKept(sent));
  }
}
