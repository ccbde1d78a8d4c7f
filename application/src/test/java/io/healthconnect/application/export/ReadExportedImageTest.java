package io.healthconnect.application.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.Media;
import io.healthconnect.testkit.SettableClock;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.media.InMemoryImageStore;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadExportedImageTest {
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryImageStore images = new InMemoryImageStore();
  private final ReadExportedImage read =
      ExportUseCases.create(
              store.snapshots(new InMemoryLiveCalls(store.feed())),
              images,
              new AuditTrail(store.audit(), SettableClock.at("2026-03-02T07:00:00Z")))
          .readImage();

  @Test
  void readsTheBytesAsLongAsTheyAreThere() {
    Media face = MediaFixtures.avatar("face", "p1");
    byte[] bytes = {1, 2, 3};
    images.put(face.id(), new CleanImage(face.type(), 1, 1, bytes));
    assertArrayEquals(bytes, read.readExportedImage(face).orElseThrow());
    images.delete(face.id());
    assertEquals(Optional.empty(), read.readExportedImage(face));
  }
}
