package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** C-10: people who come and go ten times a second, and one person who watches them all. */
final class FlappingPresence implements Attack {
  private static final int PEOPLE = 100;
  private static final int ROUNDS = 150;
  private static final int PERIOD_MILLIS = 100;
  private static final long SEED = 10;

  @Override
  public String id() {
    return "C-10";
  }

  @Override
  public String target() {
    return "100 people connect and disconnect 10 times a second for 15 s:"
        + " at most one broadcast a second, person and watcher";
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    Person doctor = Person.doctor(scene.api(), "watcher");
    List<Person> people = contacts(scene, doctor);
    Map<String, List<Long>> told = new ConcurrentHashMap<>();
    AtomicLong connects = new AtomicLong();
    Set<Person> present = ConcurrentHashMap.newKeySet();
    HostileSocket watcher = scene.swarm().open(1, i -> watcher(doctor, told)).get(0);
    List<HostileSocket> sockets =
        scene.swarm().open(PEOPLE, i -> person(people.get(i), present, connects));
    long before = scene.probe().heapKib();
    Honest.Figures baseline = scene.honest().alone();
    told.clear();
    connects.set(0);
    Honest.Figures attacked = scene.honest().during(() -> flap(scene, people, sockets, present));
    long all = told.values().stream().mapToLong(List::size).sum();
    long most = told.values().stream().mapToLong(FlappingPresence::mostInASecond).max().orElse(0);
    scene.outcome().figure("seed %d, %,d connects answered", SEED, connects.get());
    scene
        .outcome()
        .check(
            connects.get() >= PEOPLE * ROUNDS / 2,
            "everybody came and went at least 5 times a second");
    scene.outcome().check(watcher.open(), "the watcher heard %d broadcasts", all);
    scene.outcome().check(most <= 1, "at most %d in a second about one person", most);
    scene.checkHeap("after it", before, scene.probe().heapKib(), 4 * 1024);
    scene.outcome().figure("honest: %s", attacked.against(baseline));
  }

  private static List<Person> contacts(Scene scene, Person doctor)
      throws IOException, InterruptedException {
    List<Person> people = new ArrayList<>();
    List<Pair.Slot> slots = List.of();
    for (int i = 0; i < PEOPLE; i++) {
      Pair pair = new Pair(doctor, Person.patient(scene.api(), "flapping-" + i));
      if (i == 0) {
        slots = pair.freeSlots(scene.api(), 4);
      }
      pair.book(scene.api(), slots.get(i)).expect(201);
      people.add(pair.patient());
    }
    return people;
  }

  /** Each stays away for a different part of the period each time, and waits for its answers. */
  private static void flap(
      Scene scene, List<Person> people, List<HostileSocket> sockets, Set<Person> present)
      throws InterruptedException {
    ByteBuffer leave = ClientFrames.text("41");
    SplittableRandom random = new SplittableRandom(SEED);
    Set<Integer> away = new TreeSet<>();
    long start = System.nanoTime();
    for (int round = 0; round < ROUNDS; round++) {
      long due = start + round * PERIOD_MILLIS * 1_000_000L;
      sleepUntil(due);
      for (int i = 0; i < PEOPLE; i++) {
        if (present.remove(people.get(i))) {
          scene.swarm().send(sockets.get(i), leave);
          away.add(i);
        }
      }
      sleepUntil(due + random.nextInt(10, 90) * 1_000_000L);
      for (int i : away) {
        String connect = Swarm.connect(people.get(i).token());
        scene.swarm().send(sockets.get(i), ClientFrames.text(connect));
      }
      away.clear();
    }
    sleepUntil(System.nanoTime() + 1_000_000_000L);
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    Thread.sleep(Math.max(0, (nanoTime - System.nanoTime()) / 1_000_000));
  }

  private static long mostInASecond(List<Long> times) {
    long most = 0;
    for (long from : times) {
      most = Math.max(most, times.stream().filter(t -> t >= from && t < from + 1e9).count());
    }
    return most;
  }

  private static HostileSocket.Plan watcher(Person doctor, Map<String, List<Long>> told) {
    return new HostileSocket.Plan(
        Swarm.loopback(1),
        Optional.of(Swarm.connect(doctor.token())),
        0,
        packet -> {
          if (packet.startsWith("42[\"user-o")) {
            String user = packet.substring(packet.indexOf('{'));
            told.computeIfAbsent(user, id -> new ArrayList<>()).add(System.nanoTime());
          }
        });
  }

  private static HostileSocket.Plan person(
      Person person, Set<Person> present, AtomicLong connects) {
    return new HostileSocket.Plan(
        Swarm.loopback(1),
        Optional.of(Swarm.connect(person.token())),
        0,
        packet -> {
          if (packet.startsWith("40{")) {
            present.add(person);
            connects.incrementAndGet();
          }
        });
  }
}
