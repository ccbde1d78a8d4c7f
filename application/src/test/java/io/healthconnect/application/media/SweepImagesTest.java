package io.healthconnect.application.media;

import static io.healthconnect.application.media.MediaWorld.PAUL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.domain.media.MediaId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweepImagesTest {
  private final MediaWorld world = new MediaWorld();

  private int sweep() {
    return world.useCases.sweep().sweepImages();
  }

  @Test
  void removesUploadsThatNothingShowsAfterAnHour() {
    MediaId avatar = world.avatar("png me");
    MediaId pending = world.upload("png soon", Optional.empty()).id();
    world.clock.advance(Duration.ofHours(1));
    assertEquals(0, sweep());
    assertTrue(world.isKept(pending));
    world.clock.advance(Duration.ofMillis(1));
    assertEquals(1, sweep());
    assertFalse(world.isKept(pending));
    assertTrue(world.isKept(avatar));
    assertEquals(0, sweep());
  }

  @Test
  void leavesTheRestToTheNextRunWhenTheImageStoreIsAway() {
    MediaId pending = world.upload("png soon", Optional.empty()).id();
    world.clock.advance(Duration.ofHours(2));
    world.images.away = true;
    assertThrows(ImagesUnavailableException.class, this::sweep);
    world.images.away = false;
    assertEquals(1, sweep());
    assertFalse(world.isKept(pending));
  }

  @Test
  void removedImagesCountTowardsTheQuotaForADay() {
    for (int i = 0; i < 5; i++) {
      world.upload("png " + i, Optional.empty());
    }
    world.clock.advance(Duration.ofHours(23));
    assertEquals(5, sweep());
    assertTrue(
        world
            .uploads
            .take(PAUL.id(), ImagePurpose.AVATAR, Optional.empty(), MediaWorld.file("png x"))
            .<Boolean>fold(media -> false, refusal -> true));
    world.clock.advance(Duration.ofHours(1));
    assertEquals(0, sweep());
    world.upload("png x", Optional.empty());
  }
}
