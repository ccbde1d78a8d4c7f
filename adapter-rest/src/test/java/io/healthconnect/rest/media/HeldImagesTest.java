package io.healthconnect.rest.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.rest.http.reply.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** H-03: images that are read slowly take no more memory than there is for them. */
class HeldImagesTest {
  private final HeldImages images = new HeldImages(800, Duration.ZERO);

  private void refused(String client, long bytes) {
    assertThrows(ProblemException.class, () -> images.take(client, bytes));
  }

  @Test
  void h03OneClientHoldsAnEighth() {
    HeldImages.Held first = images.take("eve", 60);
    images.take("eve", 40);
    refused("eve", 1);
    images.take("paul", 100);
    first.resize(59);
    images.take("eve", 1);
    refused("eve", 1);
  }

  @Test
  void h03AllClientsHoldNoMoreThanThereIs() {
    List<HeldImages.Held> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(images.take("client " + i, 100));
    }
    refused("paul", 1);
    all.get(3).resize(0);
    images.take("paul", 100);
    refused("pia", 1);
  }

  @Test
  void h03AnImageThatIsLargerThanAllIsSentAlone() {
    HeldImages.Held large = images.take("eve", 5_000);
    refused("paul", 1);
    large.resize(0);
    large.resize(0);
    images.take("paul", 5_000);
  }

  @Test
  void h03WhoeverFindsNoRoomWaitsForIt() throws Exception {
    HeldImages patient = new HeldImages(8, Duration.ofMinutes(1));
    HeldImages.Held first = patient.take("eve", 8);
    FutureTask<HeldImages.Held> second = new FutureTask<>(() -> patient.take("eve", 8));
    Thread thread = new Thread(second);
    thread.start();
    first.resize(0);
    second.get(1, TimeUnit.MINUTES).resize(0);
    thread.join();
    assertEquals(Thread.State.TERMINATED, thread.getState());
  }
}
