package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * C-02: after a kill everybody comes back at the same moment and tries again without any pause,
 * which is worse than what clients with jitter do. {@code -Dstorm.people=1250} makes it 10,000
 * sockets.
 */
@Isolated
class ReconnectStormIT {
  private static final int PEOPLE = Integer.getInteger("storm.people", 50);
  private static final int SOCKETS_EACH = 8;
  private static final int AT_ONCE = 64;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void c02EverybodyIsBackWithinAMinuteAndRequestsAreAnsweredMeanwhile() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("LIMIT_CONNECTIONS_PER_ADDRESS", "20000");
    List<Person> people = new ArrayList<>();
    List<SocketIoClient> before;
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      try (ServerProcess server = jar.start(settings)) {
        Api api = new Api(server.base());
        for (int i = 0; i < PEOPLE; i++) {
          people.add(Person.patient(api, "storm" + i));
        }
        before = everybody(server, people, threads);
        server.kill();
      }
      before.forEach(SocketIoClient::close);
      long since = System.nanoTime();
      try (ServerProcess server = jar.start(settings)) {
        AtomicInteger left = new AtomicInteger(1);
        Future<Map<Integer, Integer>> reading =
            threads.submit(() -> read(new Api(server.base()), people.get(0), left));
        List<SocketIoClient> back = everybody(server, people, threads);
        long took = System.nanoTime() - since;
        System.out.printf(
            "C-02: %d sockets were back after %d ms%n", back.size(), took / 1_000_000);
        left.set(0);
        Map<Integer, Integer> answers = reading.get(30, TimeUnit.SECONDS);
        assertEquals(PEOPLE * SOCKETS_EACH, back.size());
        assertTrue(took <= LIMIT.toNanos(), () -> Duration.ofNanos(took).toString());
        assertTrue(answers.getOrDefault(200, 0) > 0, answers::toString);
        answers.keySet().removeAll(List.of(200, 503));
        assertEquals(Map.of(), answers);
        for (SocketIoClient socket : back) {
          // Each answers, and is no remainder of the past.
          socket.emit("typing", Map.of("to", people.get(0).id()));
        }
        back.forEach(SocketIoClient::close);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<SocketIoClient> everybody(
      ServerProcess server, List<Person> people, ExecutorService threads) throws Exception {
    List<Future<SocketIoClient>> opening = new ArrayList<>();
    for (int i = 0; i < SOCKETS_EACH; i++) {
      for (Person person : people) {
        opening.add(threads.submit(() -> connected(server, person)));
      }
    }
    List<SocketIoClient> sockets = new ArrayList<>();
    for (Future<SocketIoClient> each : opening) {
      sockets.add(each.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }
    return sockets;
  }

  /** Tries again at once until it is admitted. */
  private static SocketIoClient connected(ServerProcess server, Person person) {
    long since = System.nanoTime();
    while (true) {
      try {
        return SocketIoClient.connect(server.base(), person.token());
      } catch (Exception refused) {
        if (System.nanoTime() - since > LIMIT.toNanos()) {
          throw new AssertionError("not admitted", refused);
        }
      }
    }
  }

  private static Map<Integer, Integer> read(Api api, Person person, AtomicInteger left)
      throws IOException, InterruptedException {
    Map<Integer, Integer> answers = new HashMap<>();
    while (left.get() > 0) {
      answers.merge(api.get("/api/auth/me", person.token()).status(), 1, Integer::sum);
    }
    return answers;
  }
}
