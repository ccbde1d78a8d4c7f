package io.healthconnect.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.Frames;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D-09: more connections arrive than the process may have open files. */
class OpenFilesIT {
  private static final String ASK = "HEAD /health/live HTTP/1.1\nHost: 127.0.0.1\n";

  /** More than there is room for, but not more than the network queues. */
  private static final int CROWD = 170;

  @TempDir Path folder;

  @Test
  void d09KeepsOpenConnectionsAndAdmitsOthersWhenThereIsRoom() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    List<String> few = List.of("bash", "-c", "ulimit -n 160; exec \"$@\"", "--");
    Map<String, String> limits =
        Map.of(
            "LIMIT_CONNECTIONS_PER_ADDRESS", "1000",
            "LIMIT_HEADER_SECONDS", "3600",
            "LIMIT_KEEP_ALIVE_SECONDS", "3600");
    try (ServerProcess server = jar.start(few, limits);
        RawClient early = RawClient.open(jar.port())) {
      List<RawClient> crowd =
          Stream.generate(() -> new RawClient(jar.port())).limit(CROWD).toList();
      assertEquals(200, crowd.get(0).status(ASK));
      crowd.get(CROWD - 1).send((ASK + '\n').replace("\n", "\r\n").getBytes(US_ASCII));
      for (int i = 0; i < 60; i++) {
        assertEquals(200, crowd.get(i).status(ASK));
      }
      assertFalse(crowd.get(CROWD - 1).hasAnswer());
      early.send(Frames.frame(0x89, new byte[0]));
      assertEquals(10, early.read().opcode());
      crowd.forEach(RawClient::close);
      try (RawClient late = new RawClient(jar.port())) {
        assertEquals(200, late.status(ASK));
      }
      List<String> log = Files.readAllLines(folder.resolve("server.log"));
      assertTrue(log.stream().anyMatch(line -> line.contains("Too many open files")));
      assertTrue(log.size() < 200, () -> log.size() + " lines");
    }
  }
}
