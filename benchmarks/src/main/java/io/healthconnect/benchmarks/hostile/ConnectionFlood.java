package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** H-13: many connections that send nothing. */
final class ConnectionFlood implements Attack {
  private static final int CONNECTIONS = 20_000;
  private static final int AT_ONCE = 500;
  private static final int PER_ADDRESS = 200;
  private static final int MOST = 4 * PER_ADDRESS;
  private static final int RECOVERY_SECONDS = 5;
  private static final int LOOKS = 50;
  private static final int LOOK_MILLIS = 100;

  @Override
  public String id() {
    return "H-13";
  }

  @Override
  public String target() {
    return "20,000 connections from 4 addresses: 200 of each at most stay; the others' p99 at most"
        + " trebles; 5 s after the flood these addresses are served";
  }

  @Override
  public Map<String, String> raised() {
    return Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", Integer.toString(PER_ADDRESS));
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", "1000000");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Honest.Figures baseline = scene.honest().alone();
    try (PlainConnections flood = scene.connections(0)) {
      Honest.Figures attacked =
          scene
              .honest()
              .during(
                  () -> {
                    int most = 0;
                    for (int i = 0; i < CONNECTIONS / AT_ONCE && most <= 2 * MOST; i++) {
                      flood.add(AT_ONCE, "");
                      most = Math.max(most, settled(flood));
                    }
                    scene
                        .outcome()
                        .check(most <= MOST, "%,d were open at most (at most %,d)", most, MOST);
                  });
      scene.checkHonest(attacked, baseline, 3);
    }
    try (PlainConnections back = scene.connections(0)) {
      Duration served = back.awaitAnswers(RECOVERY_SECONDS);
      scene
          .outcome()
          .check(
              served.toSeconds() < RECOVERY_SECONDS,
              "served again %d ms after the flood",
              served.toMillis());
    }
  }

  /** How many connections the server keeps; it takes a moment to notice the ones it cuts. */
  private static int settled(PlainConnections flood) throws InterruptedException {
    for (int i = 0; i < LOOKS && flood.left() > MOST; i++) {
      Thread.sleep(LOOK_MILLIS);
      flood.look();
    }
    return flood.left();
  }
}
