package io.healthconnect.rest.media;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.rest.RestSettings;
import io.healthconnect.rest.http.request.ImageLimits;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** H-03: a server that has memory for the sending of one image at a time. */
class SlowImagesTest {
  private final TestServer server = new TestServer(settings());
  private String avatar = "";

  private static RestSettings settings() {
    RestSettings.Limits limits = RestSettings.Limits.DEFAULT;
    return new RestSettings.Builder()
        .limits(
            new RestSettings.Limits(
                limits.connections(),
                limits.expensiveReadsPerAddress(),
                limits.rates(),
                limits.json(),
                new ImageLimits.Builder().bytesSent(1).build()))
        .build();
  }

  @BeforeEach
  void upload() {
    avatar =
        server
            .patient("paul")
            .put("/api/me/avatar", "{\"image\":\"data:image/png;base64,cG5n\"}")
            .expect(200)
            .json()
            .at("/user/avatar")
            .asText();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void h03EachReplyGivesItsMemoryBack() {
    Client stranger = server.client();
    for (int i = 0; i < 3; i++) {
      stranger.get(avatar).expect(200);
      stranger.get("/api/media/" + "a".repeat(26)).expect(401);
    }
  }

  @Test
  void h03OneMoreImageIsRefusedUntilThereIsMemory() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    server.images.beforeRead =
        () -> {
          begun.countDown();
          awaited(end);
        };
    FutureTask<Client.Answer> slow = new FutureTask<>(() -> server.client().get(avatar));
    new Thread(slow).start();
    awaited(begun);
    Client.Answer refused = server.client().get(avatar).expect(503, "overloaded");
    assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
    end.countDown();
    slow.get(1, TimeUnit.MINUTES).expect(200);
    server.client().get(avatar).expect(200);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      assertTrue(latch.await(1, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
