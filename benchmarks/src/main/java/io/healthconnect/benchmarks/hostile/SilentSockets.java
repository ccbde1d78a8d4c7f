package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** W-11: sockets that never connect, or not with valid credentials. */
final class SilentSockets implements Attack {
  private static final int SOCKETS = 5000;
  private static final int ADDRESSES = 4;

  @Override
  public String id() {
    return "W-11";
  }

  @Override
  public String target() {
    return "5,000 sockets from 4 addresses without CONNECT or with a bad token: 0 left after 12 s";
  }

  @Override
  public Map<String, String> raised() {
    return Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", "1300");
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("CONNECT_TIMEOUT_MS", "600000");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Honest.Figures baseline = scene.honest().alone();
    long before = scene.probe().heapKib();
    List<HostileSocket> sockets = new ArrayList<>();
    Honest.Figures attacked =
        scene
            .honest()
            .during(
                () -> {
                  sockets.addAll(scene.swarm().open(SOCKETS, SilentSockets::plan));
                  Duration gone = scene.probe().awaitSockets(1, 12);
                  scene
                      .outcome()
                      .check(
                          scene.probe().sockets() <= 1,
                          "%d left, %d ms after the last was opened",
                          scene.probe().sockets() - 1,
                          gone.toMillis());
                });
    long upgraded = sockets.stream().filter(s -> s.httpStatus() == 101).count();
    scene
        .outcome()
        .check(
            upgraded == SOCKETS, "%,d accepted, %,d open at once", upgraded, mostAtOnce(sockets));
    Swarm.comesTrue(5, () -> sockets.stream().allMatch(HostileSocket::ended));
    double longest =
        sockets.stream()
                .filter(HostileSocket::ended)
                .filter(s -> s.httpStatus() == 101)
                .mapToLong(HostileSocket::lifeNanos)
                .max()
                .orElse(0)
            / 1e9;
    scene.outcome().check(longest > 0 && longest <= 12, "the longest stayed %.1f s", longest);
    scene.checkHeap("once they are gone", before, scene.probe().heapKib(), 4 * 1024);
    scene.outcome().figure("honest: %s", attacked.against(baseline));
  }

  private static long mostAtOnce(List<HostileSocket> sockets) {
    return sockets.stream()
        .mapToLong(one -> sockets.stream().filter(other -> other.wasOpenAt(one.openedAt())).count())
        .max()
        .orElse(0);
  }

  private static HostileSocket.Plan plan(int number) {
    Optional<String> connect =
        number / ADDRESSES % 2 == 0 ? Optional.empty() : Optional.of(Swarm.connect("x.y.z"));
    return new HostileSocket.Plan(Swarm.loopback(1 + number % ADDRESSES), connect, 0, packet -> {});
  }
}
