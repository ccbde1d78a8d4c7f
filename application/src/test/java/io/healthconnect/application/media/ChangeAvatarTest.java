package io.healthconnect.application.media;

import static io.healthconnect.application.media.MediaWorld.PAUL;
import static io.healthconnect.application.media.MediaWorld.file;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeAvatarTest {
  private final MediaWorld world = new MediaWorld();

  private Result<Account, ?> change(String text) {
    return world.useCases.changeAvatar().changeAvatar(new ChangeAvatar.Command(PAUL, file(text)));
  }

  private Optional<MediaId> shown() {
    return world.store.accounts().find(PAUL.id()).flatMap(Account::avatar);
  }

  @Test
  void showsTheNewImageAndRemovesTheFormerOne() {
    MediaId first = world.avatar("png one");
    assertEquals(Optional.of(first), shown());
    MediaId second = world.avatar("png two");
    assertEquals(Optional.of(second), shown());
    assertFalse(world.isKept(first));
    assertTrue(world.isKept(second));
    assertEquals(Optional.empty(), world.fetch(Optional.empty(), first));
  }

  @Test
  void keepsTheFormerOneWhenTheFileIsNoImage() {
    MediaId first = world.avatar("png one");
    for (String reason :
        new String[] {"UNSUPPORTED_TYPE", "HEIC", "SVG", "DAMAGED", "TOO_MANY_PIXELS", "BUSY"}) {
      assertEquals(
          reason, change(reason).fold(account -> "changed", refusal -> refusal.toString()));
    }
    assertEquals(Optional.of(first), shown());
    assertTrue(world.isKept(first));
  }

  @Test
  void staysWithinTheQuota() {
    for (int i = 0; i < 5; i++) {
      world.avatar("png " + i);
    }
    assertEquals(
        "QUOTA_REACHED",
        change("png six").fold(account -> "changed", refusal -> refusal.toString()));
  }

  @Test
  void changesNothingWhileTheImageStoreIsAway() {
    MediaId first = world.avatar("png one");
    world.images.away = true;
    assertThrows(ImagesUnavailableException.class, () -> change("png two"));
    assertEquals(Optional.of(first), shown());
  }

  @Test
  void showsNoFileInItsTextForm() {
    assertEquals(
        "ChangeAvatar.Command[hidden]", new ChangeAvatar.Command(PAUL, file("x")).toString());
  }
}
