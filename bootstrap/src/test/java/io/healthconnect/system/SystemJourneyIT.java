package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main user journey over the wire with a crash in the middle, after which everything is still
 * there.
 */
class SystemJourneyIT {
  @TempDir Path folder;

  @Test
  void twoPeopleMeetAndNothingIsLostInACrash() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Journey journey;
    try (ServerProcess server = jar.start()) {
      journey = Journey.make(Journey.Sites.all(server.base()));
      server.kill();
    }
    try (ServerProcess server = jar.start()) {
      journey.everythingIsThere(new Api(server.base()));
    }
    assertTrue(Files.exists(jar.data().resolve("health-connect.db")));
  }
}
