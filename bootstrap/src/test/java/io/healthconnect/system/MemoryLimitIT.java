package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ImageForm;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Pictures;
import io.healthconnect.testkit.Race;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D-11: the server in a control group of 512 MiB, started as in the shipped container. A whole
 * group above its limit would have a process killed by the kernel. {@code -Dmemory.minutes=10}
 * makes it longer.
 */
class MemoryLimitIT {
  private static final long LIMIT = 512L << 20;
  private static final int CLIENTS = 8;
  private static final int ROUNDS = 10;
  private static final Duration AT_LEAST = Duration.ofMinutes(Long.getLong("memory.minutes", 0));

  @TempDir Path folder;

  private Optional<Path> group = Optional.empty();

  @BeforeEach
  void limit() {
    group = Group.create("health-connect-" + ProcessHandle.current().pid());
    assumeTrue(group.isPresent(), "no control group can be made here: run it as root");
  }

  @AfterEach
  void remove() {
    group.ifPresent(Group::remove);
  }

  @Test
  void d11ServesAMixedLoadWithinItsMemory() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    List<String> inGroup =
        List.of(
            "bash", "-c", "echo $$ > " + group.orElseThrow() + "/cgroup.procs; exec \"$@\"", "--");
    Map<String, String> settings = new HashMap<>(RunnableJar.withoutRates());
    settings.put("JAVA_TOOL_OPTIONS", "-XX:+ExitOnOutOfMemoryError -XX:MaxRAMPercentage=60");
    settings.put("LIMIT_IMAGE_UPLOADS_PER_USER", "4");
    byte[] photo =
        Pictures.encoded(Pictures.drawing(3_000, 2_000, BufferedImage.TYPE_INT_RGB), "jpg");
    try (ServerProcess server = jar.start(inGroup, settings)) {
      assertTrue(ProcessHandle.of(server.pid()).isPresent());
      List<Integer> failures =
          Race.of(CLIENTS, i -> () -> client(new Api(server.base()), server, "c" + i, photo));
      assertEquals(0, failures.stream().mapToInt(each -> each).sum());
      assertTrue(server.residentKib() * 1024 < LIMIT, server.residentKib() + " KiB");
      System.out.printf("D-11: %d KiB resident at the end%n", server.residentKib());
      assertTrue(server.ready());
      assertEquals(0, Group.kills(group.orElseThrow()));
    }
  }

  /** How many answers were neither successes nor refusals of a server that is busy. */
  private static int client(Api api, ServerProcess server, String name, byte[] photo)
      throws Exception {
    Pair pair = Pair.create(api, name);
    int failures = 0;
    try (SocketIoClient doctor = SocketIoClient.connect(server.base(), pair.doctor().token())) {
      long start = System.nanoTime();
      for (int i = 0; i < ROUNDS || System.nanoTime() - start < AT_LEAST.toNanos(); i++) {
        List<Api.Reply> answers =
            List.of(
                pair.sendFromPatient(api, "Text ".repeat(500), name + i),
                api.get("/api/doctors?limit=100", ""),
                api.get("/api/messages/" + pair.patient().id(), pair.doctor().token()),
                api.put("/api/me/avatar", pair.patient().token(), new ImageForm(photo)));
        failures +=
            (int)
                answers.stream()
                    .filter(each -> !List.of(200, 201, 429, 503).contains(each.status()))
                    .count();
        if (answers.get(0).status() == 201) {
          doctor.next("newMessage");
        }
      }
    }
    return failures;
  }

  /** A control group of either version. */
  private static final class Group {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    static Optional<Path> create(String name) {
      return Stream.of(
              Map.entry(ROOT.resolve("memory"), "memory.limit_in_bytes"),
              Map.entry(ROOT, "memory.max"))
          .filter(each -> Files.isWritable(each.getKey().resolve("cgroup.procs")))
          .flatMap(each -> create(each.getKey().resolve(name), each.getValue()).stream())
          .findFirst();
    }

    private static Optional<Path> create(Path group, String limit) {
      try {
        Files.createDirectory(group);
        Files.writeString(group.resolve(limit), Long.toString(LIMIT));
        return Optional.of(group);
      } catch (IOException notHere) {
        return Optional.empty();
      }
    }

    /** The kernel refuses while it still counts a process that has ended. */
    static void remove(Path group) {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (!group.toFile().delete()) {
        assertTrue(System.nanoTime() < end, "the group is still in use");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }

    /** How many processes of the group the kernel has killed. */
    static long kills(Path group) throws IOException {
      for (String file : List.of("memory.oom_control", "memory.events")) {
        if (Files.exists(group.resolve(file))) {
          return Files.readAllLines(group.resolve(file)).stream()
              .filter(line -> line.startsWith("oom_kill "))
              .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
              .sum();
        }
      }
      throw new IOException("the group does not count kills");
    }
  }
}
