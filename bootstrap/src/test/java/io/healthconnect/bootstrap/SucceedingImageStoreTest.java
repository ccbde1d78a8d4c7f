package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImageType;
import io.healthconnect.testkit.media.ImageStoreContract;
import io.healthconnect.testkit.media.InMemoryImageStore;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SucceedingImageStoreTest implements ImageStoreContract {
  private static final MediaId OLD = new MediaId("old");

  private final InMemoryImageStore before = new InMemoryImageStore();
  private final InMemoryImageStore now = new InMemoryImageStore();

  @Override
  public ImageStore images() {
    return new SucceedingImageStore(now, before);
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    throw new AssertionError("nothing is elsewhere here");
  }

  @Test
  void showsAndRemovesWhatWasKeptBeforeAndAddsNothingThere() {
    byte[] bytes = {1};
    before.put(OLD, new CleanImage(ImageType.PNG, 1, 1, bytes));
    images().put(ID, new CleanImage(ImageType.PNG, 1, 1, new byte[] {2}));
    assertEquals(Set.of(OLD), before.kept());
    assertEquals(Set.of(ID), now.kept());
    Delivery.Bytes old = (Delivery.Bytes) images().deliver(OLD, ImageType.PNG).orElseThrow();
    assertArrayEquals(bytes, old.bytes());
    images().delete(OLD);
    assertEquals(Set.of(), before.kept());
  }
}
