package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** W-10: one socket that sends events without pause. */
final class EventFlood implements Attack {
  private static final int PER_TICK = 100;
  private static final int TICK_MILLIS = 10;
  private static final int TICKS = 1500;

  @Override
  public String id() {
    return "W-10";
  }

  @Override
  public String target() {
    return "one socket sends 10,000 events a second: rate_limited, then 4429 after 10 s;"
        + " the others' p99 at most doubles";
  }

  @Override
  public Map<String, String> withoutGuard() {
    return Map.of("LIMIT_EVENTS_PER_SECOND", "1000000");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Pair pair = Pair.create(scene.api(), "flood");
    AtomicLong done = new AtomicLong();
    AtomicLong limited = new AtomicLong();
    HostileSocket.Plan plan =
        new HostileSocket.Plan(
            Swarm.loopback(1),
            Optional.of(Swarm.connect(pair.patient().token())),
            0,
            packet -> {
              if (packet.startsWith("43")) {
                (packet.contains("rate_limited") ? limited : done).incrementAndGet();
              }
            });
    String event = "421[\"typing\",{\"to\":\"" + pair.doctor().id() + "\"}]";
    ByteBuffer tick = ClientFrames.repeated(ClientFrames.text(event), PER_TICK);
    Honest.Figures baseline = scene.honest().alone();
    long before = scene.probe().heapKib();
    HostileSocket socket = scene.swarm().open(1, i -> plan).get(0);
    AtomicLong sent = new AtomicLong();
    Honest.Figures attacked =
        scene
            .honest()
            .during(
                () -> {
                  long start = System.nanoTime();
                  for (int i = 1; i <= TICKS && !socket.ended(); i++) {
                    scene.swarm().send(socket, tick);
                    sent.addAndGet(PER_TICK);
                    long early = start + i * TICK_MILLIS * 1_000_000L - System.nanoTime();
                    Thread.sleep(Math.max(0, early / 1_000_000));
                  }
                });
    double seconds = socket.ended() ? socket.lifeNanos() / 1e9 : TICKS * TICK_MILLIS / 1e3;
    scene
        .outcome()
        .figure(
            "%,d events in %.1f s (%,.0f a second), %,d done, %,d rate_limited",
            sent.get(), seconds, sent.get() / seconds, done.get(), limited.get());
    scene.outcome().check(limited.get() > 0, "told that it is rate_limited");
    scene.outcome().check(done.get() <= 100 * (seconds + 1), "no more than 100 a second were done");
    scene.outcome().check(socket.closeStatus() == 4429, "close status %d", socket.closeStatus());
    scene.checkHeap("after the flood", before, scene.probe().heapKib(), 2 * 1024);
    scene.checkHonest(attacked, baseline, 2);
  }
}
