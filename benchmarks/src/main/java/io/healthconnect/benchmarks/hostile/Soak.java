package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * D-12: people come and go, write, read and book for half an hour, and the server is as large as
 * before. {@code -Dsoak.minutes=3} makes it shorter.
 */
final class Soak implements Attack {
  private static final int PEOPLE = 50;
  private static final int CHURN_A_SECOND = 50;
  private static final double KIB_A_MINUTE = 1024;
  private static final int WARM_UP_SECONDS = 60;
  private static final long MINUTES = Long.getLong("soak.minutes", 30);

  @Override
  public String id() {
    return "D-12";
  }

  @Override
  public String target() {
    return MINUTES
        + " minutes of mixed load with 50 connects and disconnects a second:"
        + " heap slope <= 1 MiB a minute, threads and files back to the start";
  }

  @Override
  public boolean usual() {
    return false;
  }

  @Override
  public void play(Scene scene) throws IOException, InterruptedException {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      pairs.add(Pair.create(scene.api(), "soak-" + i));
    }
    // Caches fill and compilers end before anything is measured.
    load(scene, pairs, WARM_UP_SECONDS);
    int threads = scene.probe().threads();
    int files = scene.probe().files();
    List<Long> heap = new ArrayList<>();
    heap.add(scene.probe().heapKib());
    for (int minute = 0; minute < MINUTES; minute++) {
      load(scene, pairs, 60);
      heap.add(scene.probe().heapKib());
      scene
          .outcome()
          .figure(
              "minute %d: heap %,d KiB, threads %d, files %d",
              minute + 1, heap.get(minute + 1), scene.probe().threads(), scene.probe().files());
    }
    double slope = slope(heap);
    scene.outcome().check(slope <= KIB_A_MINUTE, "heap slope %s KiB a minute", rounded(slope));
    int filesNow = scene.probe().files();
    scene.outcome().check(filesNow <= files + 5, "files %d at first, %d now", files, filesNow);
    scene.outcome().figure("threads %d at first, %d now", threads, scene.probe().threads());
  }

  private static void load(Scene scene, List<Pair> pairs, int seconds)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    for (int second = 0; second < seconds; second++) {
      int now = second;
      List<HostileSocket> sockets =
          scene
              .swarm()
              .open(
                  CHURN_A_SECOND,
                  i ->
                      Swarm.plan(
                          Optional.of(Swarm.connect(pairs.get(i % PEOPLE).patient().token()))));
      Pair pair = pairs.get(now % PEOPLE);
      Api api = scene.api();
      String token = pair.patient().token();
      pair.sendFromPatient(api, "soaking", "soak-" + System.nanoTime()).expect(201);
      api.get("/api/messages/" + pair.doctor().id() + "?limit=20", token).expect(200);
      api.get("/api/doctors?limit=20&sort=rating", "").expect(200);
      String slots = "/api/doctors/" + pair.doctor().id() + "/slots?from=" + from + "&to=" + from;
      api.get(slots, "").expect(200);
      scene.swarm().endAll();
      Swarm.await("sockets to end", 30, () -> sockets.stream().allMatch(HostileSocket::ended));
      long due = start + TimeUnit.SECONDS.toNanos(second + 1L);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }
  }

  /** By least squares, in KiB a minute. */
  private static double slope(List<Long> heap) {
    double meanX = (heap.size() - 1) / 2.0;
    double meanY = heap.stream().mapToLong(each -> each).average().orElseThrow();
    double above = 0;
    double below = 0;
    for (int x = 0; x < heap.size(); x++) {
      above += (x - meanX) * (heap.get(x) - meanY);
      below += (x - meanX) * (x - meanX);
    }
    return above / below;
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
