package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** W-08: pings from a client that reads no pongs. */
final class PingFlood implements Attack {
  private static final int PINGS = 1_000_000;
  private static final String MANY = "1000000";

  @Override
  public String id() {
    return "W-08";
  }

  @Override
  public String target() {
    return "a client that does not read has 1,000,000 pings of 125 bytes to send: closed (1002) in 1 s,"
        + " heap +<= 1 MB";
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of(
        "LIMIT_CONTROL_FRAMES_PER_SECOND", MANY,
        "LIMIT_CONTROL_FRAMES_BURST", MANY,
        "LIMIT_QUEUE_MESSAGES", MANY,
        "LIMIT_QUEUE_BYTES", "1073741824");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    ByteBuffer thousand =
        ClientFrames.repeated(ClientFrames.frame(ClientFrames.PING, new byte[125]), 1000);
    // Once at a small scale first, so that loaded classes are not counted.
    flood(scene, thousand, 1);
    Honest.Figures baseline = scene.honest().alone();
    long before = scene.probe().heapKib();
    Honest.Figures attacked = scene.honest().during(() -> flood(scene, thousand, PINGS / 1000));
    scene.checkHeap("after the flood", before, scene.probe().heapKib(), 1024);
    scene.outcome().figure("honest: %s", attacked.against(baseline));
  }

  private static void flood(Scene scene, ByteBuffer thousand, int times)
      throws IOException, InterruptedException {
    HostileSocket.Plan plan =
        new HostileSocket.Plan(Swarm.loopback(1), Optional.empty(), 4096, packet -> {});
    HostileSocket socket = scene.swarm().open(1, i -> plan).get(0);
    scene.swarm().reading(socket, false);
    for (int i = 0; i < times; i++) {
      scene.swarm().send(socket, thousand);
    }
    Duration closed = scene.probe().awaitSockets(1, 10);
    scene
        .outcome()
        .check(
            closed.toMillis() <= 1000,
            "%,d pings: closed by the server within %d ms",
            times * 1000,
            closed.toMillis());
    scene.swarm().reading(socket, true);
    Swarm.comesTrue(10, socket::ended);
    scene
        .outcome()
        .check(
            Scene.closedWith(List.of(socket), 1002) == 1, "close status %d", socket.closeStatus());
  }
}
