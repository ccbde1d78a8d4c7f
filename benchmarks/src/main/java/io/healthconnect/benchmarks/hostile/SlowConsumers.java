package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** W-09: clients that never read, among many that do, while everybody is chatting. */
final class SlowConsumers implements Attack {
  private static final int PAIRS = 50;
  private static final int LIVE_EACH = 9;
  private static final int STUCK = 2 * PAIRS;
  private static final int LIVE = 2 * PAIRS * LIVE_EACH;
  private static final int MESSAGES = 20_000;
  private static final int BASELINE = 5_000;
  private static final int PARTS = 10;

  @Override
  public String id() {
    return "W-09";
  }

  @Override
  public String target() {
    return "50 pairs with 900 live and 100 stuck sockets exchange 20,000 messages of 12 KB: heap"
        + " +<= 100 x 1.2 MiB, live p99 at most doubles, stuck ones closed within 10 s";
  }

  @Override
  public int heapMib() {
    return 512;
  }

  @Override
  public Map<String, String> raised() {
    return Map.of("LIMIT_SOCKETS_PER_USER", "10", "LIMIT_CONNECTIONS_PER_ADDRESS", "2000");
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_QUEUE_MESSAGES", "1000000", "LIMIT_QUEUE_BYTES", "1073741824");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(Pair.create(scene.api(), "slow-" + i));
    }
    ChatBurst chat = new ChatBurst(scene.api(), pairs);
    List<HostileSocket> live =
        scene.swarm().open(LIVE, i -> plan(pairs, i / LIVE_EACH, 0, chat::arrived));
    chat.send(BASELINE / 2, new Delays());
    Delays delivery = new Delays();
    Honest.Figures baseline = scene.honest().during(() -> chat.send(BASELINE, delivery));
    long before = scene.probe().heapKib();
    List<HostileSocket> stuck = scene.swarm().open(STUCK, i -> plan(pairs, i, 4096, packet -> {}));
    stuck.forEach(socket -> scene.swarm().reading(socket, false));
    Delays attackedDelivery = new Delays();
    Honest.Figures attacked = new Honest.Figures();
    long most = before;
    int fullest = 0;
    for (int part = 1; part <= PARTS; part++) {
      scene.honest().during(attacked, () -> chat.send(MESSAGES / PARTS, attackedDelivery));
      long heap = scene.probe().heapKib();
      if (heap > most) {
        most = heap;
        fullest = part * MESSAGES / PARTS;
      }
    }
    scene.outcome().figure("the heap was fullest after %,d messages", fullest);
    scene.checkHeap("at most", before, most, STUCK * 1229L);
    Duration gone = scene.probe().awaitSockets(LIVE + 1L, 10);
    long left = scene.probe().sockets() - 1;
    scene
        .outcome()
        .check(
            left == LIVE, "%,d sockets left, %d ms after the last message", left, gone.toMillis());
    report(scene, live, stuck, baseline, attacked);
    scene
        .outcome()
        .check(
            attackedDelivery.ratio(delivery) <= 2,
            "delivery: %s",
            attackedDelivery.against(delivery));
  }

  private static void report(
      Scene scene,
      List<HostileSocket> live,
      List<HostileSocket> stuck,
      Honest.Figures baseline,
      Honest.Figures attacked)
      throws IOException {
    long alive = live.stream().filter(HostileSocket::open).count();
    scene.outcome().check(alive == LIVE, "%d of %d live sockets are open", alive, LIVE);
    stuck.forEach(socket -> scene.swarm().reading(socket, true));
    Swarm.comesTrue(20, () -> stuck.stream().allMatch(HostileSocket::ended));
    scene
        .outcome()
        .figure(
            "stuck ones once they read: %d closed with 1013, %d cut",
            Scene.closedWith(stuck, 1013), Scene.closedWith(stuck, HostileSocket.CUT));
    scene.checkHonest(attacked, baseline, 2);
  }

  private static HostileSocket.Plan plan(
      List<Pair> pairs, int person, int receiveBuffer, Consumer<String> packets) {
    Pair pair = pairs.get(person / 2);
    String token = person % 2 == 0 ? pair.doctor().token() : pair.patient().token();
    return new HostileSocket.Plan(
        Swarm.loopback(1), Optional.of(Swarm.connect(token)), receiveBuffer, packets);
  }
}
