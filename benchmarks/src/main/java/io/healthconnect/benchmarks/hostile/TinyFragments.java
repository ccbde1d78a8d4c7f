package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** W-05: a message in fragments of zero or one byte. */
final class TinyFragments implements Attack {
  private static final int SOCKETS = 200;
  private static final int ALLOWED = 64;
  private static final int FRAGMENTS = 1_000_000;

  @Override
  public String id() {
    return "W-05";
  }

  @Override
  public String target() {
    return "200 sockets send 1,000,000 fragments of 0 or 1 byte: 1009 after 64,"
        + " heap +<= 20 MB in all";
  }

  @Override
  public Map<String, String> raised() {
    return Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", "1000");
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_FRAGMENTS", "100000");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Honest.Figures baseline = scene.honest().alone();
    long before = scene.probe().heapKib();
    ByteBuffer begin = ClientFrames.frame(ClientFrames.TEXT_BEGIN, new byte[] {'6'});
    ByteBuffer empty = ClientFrames.frame(ClientFrames.CONTINUATION, new byte[0]);
    ByteBuffer one = ClientFrames.frame(ClientFrames.CONTINUATION, new byte[] {'6'});
    ByteBuffer two = ByteBuffer.allocate(13).put(empty).put(one).flip();
    List<HostileSocket> sockets = scene.swarm().open(SOCKETS, i -> Swarm.plan(Optional.empty()));
    scene.swarm().sendAll(sockets, begin);
    scene.swarm().sendAll(sockets, ClientFrames.repeated(two, ALLOWED / 2 - 1));
    scene.swarm().sendAll(sockets, one);
    Thread.sleep(2000);
    scene.checkOpen("at 64 fragments", sockets);
    scene.checkHeap("at 64 fragments", before, scene.probe().heapKib(), 20 * 1024);
    int rest = FRAGMENTS / SOCKETS - ALLOWED;
    Honest.Figures attacked =
        scene
            .honest()
            .during(
                () -> {
                  scene.swarm().sendAll(sockets, ClientFrames.repeated(two, rest / 2));
                  Swarm.comesTrue(20, () -> Scene.closedWith(sockets, 1009) == SOCKETS);
                });
    scene.checkClosed(sockets, 1009);
    scene.checkHeap("after the flood", before, scene.probe().heapKib(), 20 * 1024);
    scene.outcome().figure("honest: %s", attacked.against(baseline));
  }
}
