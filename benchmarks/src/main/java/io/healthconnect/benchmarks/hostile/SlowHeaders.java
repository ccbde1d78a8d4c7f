package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.util.Map;

/**
 * H-02: request headers that arrive at one byte per second and never end, for routes and for
 * sockets.
 */
final class SlowHeaders implements Attack {
  private static final int CONNECTIONS = 3000;
  private static final int SECONDS = 15;
  private static final String ROUTE = "GET /api/doctors HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
  private static final String SOCKET =
      "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";

  @Override
  public String id() {
    return "H-02";
  }

  @Override
  public String target() {
    return "3,000 connections from 4 addresses send a header at 1 byte a second: 0 left 15 s after the"
        + " last was opened; the others' p99 at most doubles";
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_HEADER_SECONDS", "3600");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Honest.Figures baseline = scene.honest().alone();
    long before = scene.probe().heapKib();
    try (PlainConnections slow = scene.connections(0)) {
      Honest.Figures attacked =
          scene
              .honest()
              .during(
                  () -> {
                    slow.add(CONNECTIONS / 2, ROUTE);
                    slow.add(CONNECTIONS / 2, SOCKET);
                    int open = slow.left();
                    double gone = slow.stepUntilGone(1024, SECONDS);
                    scene.checkGone(CONNECTIONS, open, slow, gone);
                  });
      scene.checkHeap("after it", before, scene.probe().heapKib(), 10 * 1024);
      scene.checkHonest(attacked, baseline, 2);
    }
  }
}
