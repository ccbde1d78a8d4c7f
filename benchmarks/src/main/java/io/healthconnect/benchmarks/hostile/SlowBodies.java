package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.util.Map;

/** H-01: bodies that arrive at one byte per second. */
final class SlowBodies implements Attack {
  private static final int CONNECTIONS = 400;
  private static final int SECONDS = 15;
  private static final String POST =
      "POST /api/auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "Content-Length: 60000\r\n\r\n{";

  @Override
  public String id() {
    return "H-01";
  }

  @Override
  public String target() {
    return "400 connections send a body at 1 byte a second: gone within 15 s; the others' p99 at most"
        + " doubles";
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_MIN_BYTES_PER_SECOND", "1");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Honest.Figures baseline = scene.honest().alone();
    try (PlainConnections slow = scene.connections(0)) {
      Honest.Figures attacked =
          scene
              .honest()
              .during(
                  () -> {
                    slow.add(CONNECTIONS, POST);
                    int open = slow.left();
                    double gone = slow.stepUntilGone(1024, SECONDS);
                    scene.checkGone(CONNECTIONS, open, slow, gone);
                  });
      scene.checkHonest(attacked, baseline, 2);
    }
  }
}
