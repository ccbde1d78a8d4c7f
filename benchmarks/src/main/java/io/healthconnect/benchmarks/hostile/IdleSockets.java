package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * C-09: not an attack, but many people who are connected and idle. With {@code
 * -Didle.recovery=true} they can recover lost connections.
 */
final class IdleSockets implements Attack {
  private static final int SOCKETS = 10_000;
  private static final int PER_PERSON = 8;
  private static final int ADDRESSES = 4;
  private static final int SECONDS = 60;

  @Override
  public String id() {
    return "C-09";
  }

  @Override
  public String target() {
    return "10,000 idle sockets of 1,250 people from 4 addresses with heartbeats, 60 s:"
        + " resident <= 450 MiB, heap <= 32 KiB a socket, CPU <= 15 % of one core";
  }

  @Override
  public Map<String, String> raised() {
    return Map.of("LIMIT_CONNECTIONS_PER_ADDRESS", "3000");
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < SOCKETS / PER_PERSON; i++) {
      people.add(Person.patient(scene.api(), "idle-" + i));
    }
    long before = scene.probe().heapKib();
    List<HostileSocket> sockets =
        scene.swarm().open(SOCKETS, i -> plan(people.get(i / PER_PERSON), i));
    long heap = scene.probe().heapKib();
    Duration cpu = scene.server().cpuTime();
    long start = System.nanoTime();
    Thread.sleep(SECONDS * 1000L);
    double share =
        scene.server().cpuTime().minus(cpu).toNanos() / (double) (System.nanoTime() - start);
    long resident = scene.server().residentKib() / 1024;
    long open = sockets.stream().filter(HostileSocket::open).count();
    scene
        .outcome()
        .check(
            open == SOCKETS && scene.probe().sockets() >= SOCKETS,
            "%,d of %,d are open",
            open,
            SOCKETS);
    scene.outcome().check(resident <= 450, "resident %d MiB", resident);
    scene.checkHeap("with all", before, heap, 32L * SOCKETS);
    scene.outcome().figure("heap %.1f KiB a socket", (heap - before) / (double) SOCKETS);
    scene.outcome().check(share <= 0.15, "CPU %.1f %% of one core", 100 * share);
  }

  private static String connect(String token) {
    return Boolean.getBoolean("idle.recovery")
        ? Swarm.connectForRecovery(token)
        : Swarm.connect(token);
  }

  private static HostileSocket.Plan plan(Person person, int number) {
    return new HostileSocket.Plan(
        Swarm.loopback(1 + number % ADDRESSES),
        Optional.of(connect(person.token())),
        0,
        packet -> {});
  }
}
