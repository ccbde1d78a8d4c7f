package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.ImagesUnavailableException;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.media.PdfFile;
import io.healthconnect.testkit.media.ImageStoreContract;
import io.healthconnect.testkit.media.InMemoryImageStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FallbackImageStoreTest implements ImageStoreContract {
  private static final MediaId OLD = new MediaId("old");

  private final InMemoryImageStore before = new InMemoryImageStore();
  private final InMemoryImageStore now = new InMemoryImageStore();

  @Override
  public ImageStore images() {
    return new FallbackImageStore(now, before);
  }

  @Override
  public Optional<byte[]> follow(Delivery.Redirect redirect) {
    throw new AssertionError("nothing is elsewhere here");
  }

  @Test
  void removesEarlierImagesWhileTheOtherStoreIsAway() {
    before.put(OLD, new CleanImage(MediaType.PNG, 1, 1, new byte[] {1}));
    ImageStore images = new FallbackImageStore(new Away(), before);
    assertTrue(images.delete(OLD));
    assertEquals(Set.of(), before.kept());
    assertThrows(ImagesUnavailableException.class, () -> images.delete(ID));
  }

  @Test
  void servesAndRemovesEarlierImagesAndAddsNone() {
    byte[] bytes = {1};
    before.put(OLD, new CleanImage(MediaType.PNG, 1, 1, bytes));
    images().put(ID, new CleanImage(MediaType.PNG, 1, 1, new byte[] {2}));
    assertEquals(Set.of(OLD), before.kept());
    assertEquals(Set.of(ID), now.kept());
    Delivery.Bytes old = (Delivery.Bytes) images().deliver(OLD, MediaType.PNG).orElseThrow();
    assertArrayEquals(bytes, old.bytes());
    images().delete(OLD);
    assertEquals(Set.of(), before.kept());
  }

  @Test
  void keepsDocumentsInTheOwnStore() {
    ImageStore images = new FallbackImageStore(new Away(), before);
    images.put(ID, new PdfFile(new byte[] {1}));
    assertEquals(Set.of(ID), before.kept());
    assertArrayEquals(new byte[] {1}, images.read(ID, MediaType.PDF).orElseThrow());
    assertTrue(images.delete(ID));
  }

  private static final class Away implements ImageStore {
    @Override
    public void put(MediaId id, MediaFile image) {
      throw away();
    }

    @Override
    public Optional<Delivery> deliver(MediaId id, MediaType type) {
      throw away();
    }

    @Override
    public Optional<byte[]> read(MediaId id, MediaType type) {
      throw away();
    }

    @Override
    public boolean delete(MediaId id) {
      throw away();
    }

    private static ImagesUnavailableException away() {
      return new ImagesUnavailableException(Duration.ZERO, new IOException());
    }
  }
}
