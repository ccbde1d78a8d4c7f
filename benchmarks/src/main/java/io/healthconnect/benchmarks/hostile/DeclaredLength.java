package io.healthconnect.benchmarks.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** W-03: frames that declare more than is allowed, and whose payload never arrives. */
final class DeclaredLength implements Attack {
  private static final int SOCKETS = 100;
  private static final long HUGE = 1L << 40;
  private static final long LIMIT = 64 * 1024;

  @Override
  public String id() {
    return "W-03";
  }

  @Override
  public String target() {
    return "100 sockets announce 2^40 bytes, 100 one byte over the limit, 100 the limit itself:"
        + " 1009 from the header alone, heap +<= 128 KiB a socket";
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
    List<HostileSocket> over = new ArrayList<>();
    List<HostileSocket> within = new ArrayList<>();
    Honest.Figures attacked =
        scene
            .honest()
            .during(
                () -> {
                  over.addAll(announce(scene, HUGE));
                  over.addAll(announce(scene, LIMIT + 1));
                  within.addAll(announce(scene, LIMIT));
                  Swarm.comesTrue(10, () -> Scene.closedWith(over, 1009) == over.size());
                });
    scene.checkClosed(over, 1009);
    scene.checkOpen("that announce the limit", within);
    long sockets = over.size() + within.size();
    scene.checkHeap("with all", before, scene.probe().heapKib(), 128 * sockets);
    scene.outcome().figure("honest: %s", attacked.against(baseline));
  }

  private static List<HostileSocket> announce(Scene scene, long length) throws IOException {
    List<HostileSocket> sockets = scene.swarm().open(SOCKETS, i -> Swarm.plan(Optional.empty()));
    scene.swarm().sendAll(sockets, ClientFrames.announcement(ClientFrames.TEXT, length));
    return sockets;
  }
}
