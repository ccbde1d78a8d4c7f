package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.util.Map;

/** H-03: clients that request much and read it at a hundred bytes per second. */
final class SlowReaders implements Attack {
  private static final int CONNECTIONS = 200;
  private static final int REQUESTS = 400;
  private static final int SECONDS = 30;
  private static final String ASK =
      "GET /openapi.yaml HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(REQUESTS);

  @Override
  public String id() {
    return "H-03";
  }

  @Override
  public String target() {
    return "200 connections ask for 400 large replies each and read 100 bytes a second: 0 left after"
        + " 30 s, heap +<= 50 MB";
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_MIN_BYTES_PER_SECOND", "1", "LIMIT_IDLE_SECONDS", "3600");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Honest.Figures baseline = scene.honest().alone();
    long before = scene.probe().heapKib();
    try (PlainConnections slow = scene.connections(4096)) {
      Honest.Figures attacked =
          scene
              .honest()
              .during(
                  () -> {
                    slow.add(CONNECTIONS, ASK);
                    int open = slow.left();
                    double seconds = slow.stepUntilGone(100, 2);
                    scene.checkHeap("with all of them", before, scene.probe().heapKib(), 50 * 1024);
                    seconds += slow.stepUntilGone(100, SECONDS - 2);
                    scene.checkGone(CONNECTIONS, open, slow, seconds);
                  });
      scene.outcome().figure("honest: %s", attacked.against(baseline));
    }
  }
}
