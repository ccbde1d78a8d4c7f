package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** W-04: messages in fragments that never end, held at the limit and then taken beyond it. */
final class EndlessFragments implements Attack {
  private static final int SOCKETS = 200;
  private static final int FRAGMENTS = 16;
  private static final byte[] PIECE =
      "6".repeat(64 * 1024 / FRAGMENTS).getBytes(StandardCharsets.US_ASCII);

  @Override
  public String id() {
    return "W-04";
  }

  @Override
  public String target() {
    return "200 sockets send 64 KiB in fragments and never finish: heap +<= 200 x 128 KiB;"
        + " one more byte: 1009";
  }

  @Override
  public Map<String, String> raised() {
    return Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", "1000");
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_FRAME_BYTES", "1073741824");
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
                  sockets.addAll(scene.swarm().open(SOCKETS, i -> Swarm.plan(Optional.empty())));
                  scene
                      .swarm()
                      .sendAll(sockets, ClientFrames.frame(ClientFrames.TEXT_BEGIN, PIECE));
                  for (int i = 1; i < FRAGMENTS; i++) {
                    scene
                        .swarm()
                        .sendAll(sockets, ClientFrames.frame(ClientFrames.CONTINUATION, PIECE));
                  }
                  Thread.sleep(3000);
                });
    scene.checkOpen("at the limit", sockets);
    scene.checkHeap("at the limit", before, scene.probe().heapKib(), 128L * SOCKETS);
    scene.swarm().sendAll(sockets, ClientFrames.frame(ClientFrames.CONTINUATION, new byte[] {'6'}));
    Swarm.comesTrue(10, () -> Scene.closedWith(sockets, 1009) == SOCKETS);
    scene.checkClosed(sockets, 1009);
    scene.checkHeap("after the close", before, scene.probe().heapKib(), 4 * 1024);
    scene.outcome().figure("honest: %s", attacked.against(baseline));
  }
}
