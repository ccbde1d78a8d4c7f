package io.healthconnect.testkit.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.media.PdfFile;
import io.healthconnect.testkit.Race;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of {@link ImageStore}. */
public interface ImageStoreContract {
  MediaId ID = new MediaId("image-1");

  /** The empty store under test; the same one throughout a test. */
  ImageStore images();

  /** Follows a redirect as a browser would. Returns the bytes, or empty when there are none. */
  Optional<byte[]> follow(Delivery.Redirect redirect);

  private Optional<byte[]> fetch(MediaId id, MediaType type) {
    Optional<Delivery> delivery = images().deliver(id, type);
    if (delivery.isEmpty()) {
      return Optional.empty();
    }
    return delivery.get().fold(sent -> Optional.of(sent.bytes()), this::follow);
  }

  private static CleanImage image(MediaType type, int bytes, int seed) {
    byte[] content = new byte[bytes];
    new Random(seed).nextBytes(content);
    return new CleanImage(type, 4, 3, content);
  }

  @Test
  default void deliversWhatWasPut() {
    CleanImage photo = image(MediaType.JPEG, 1_500_000, 1);
    CleanImage drawing = image(MediaType.PNG, 1, 2);
    images().put(ID, photo);
    images().put(new MediaId("image-2"), drawing);
    assertArrayEquals(photo.bytes(), fetch(ID, MediaType.JPEG).orElseThrow());
    assertArrayEquals(drawing.bytes(), fetch(new MediaId("image-2"), MediaType.PNG).orElseThrow());
    assertArrayEquals(photo.bytes(), images().read(ID, MediaType.JPEG).orElseThrow());
  }

  /** A store elsewhere may keep images alone. */
  @Test
  default void keepsDocuments() {
    PdfFile document = PdfFile.of("%PDF-1.7 %%EOF".getBytes(StandardCharsets.UTF_8)).orElseThrow();
    images().put(ID, document);
    assertArrayEquals(document.bytes(), fetch(ID, MediaType.PDF).orElseThrow());
    assertArrayEquals(document.bytes(), images().read(ID, MediaType.PDF).orElseThrow());
    assertTrue(images().delete(ID));
    assertEquals(Optional.empty(), fetch(ID, MediaType.PDF));
  }

  @Test
  default void deliversNoMissingImage() {
    images().put(ID, image(MediaType.JPEG, 10, 1));
    assertEquals(Optional.empty(), fetch(new MediaId("nothing"), MediaType.JPEG));
    assertEquals(Optional.empty(), images().read(new MediaId("nothing"), MediaType.JPEG));
  }

  @Test
  default void deletesForGood() {
    CleanImage kept = image(MediaType.JPEG, 10, 2);
    images().put(ID, image(MediaType.JPEG, 10, 1));
    images().put(new MediaId("kept"), kept);
    assertTrue(images().delete(ID));
    images().delete(ID);
    images().delete(new MediaId("nothing"));
    assertEquals(Optional.empty(), fetch(ID, MediaType.JPEG));
    assertArrayEquals(kept.bytes(), fetch(new MediaId("kept"), MediaType.JPEG).orElseThrow());
  }

  @Test
  default void keepsManyAtOnceApart() {
    List<CleanImage> put =
        Race.of(
            8,
            i ->
                () -> {
                  CleanImage image = image(MediaType.JPEG, 50_000, i);
                  images().put(new MediaId("image-" + i), image);
                  return image;
                });
    for (int i = 0; i < put.size(); i++) {
      assertArrayEquals(
          put.get(i).bytes(), fetch(new MediaId("image-" + i), MediaType.JPEG).orElseThrow());
    }
  }
}
