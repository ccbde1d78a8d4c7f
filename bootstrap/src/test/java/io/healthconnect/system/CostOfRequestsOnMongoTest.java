package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.bootstrap.StartedServer;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Counts the round trips of a request to MongoDB, as {@link CostOfRequestsTest} counts statements.
 */
@ResourceLock("mongod")
@WithMongod
class CostOfRequestsOnMongoTest {
  @TempDir Path folder;

  @Test
  void roundTrips(TestDatabase database) throws Exception {
    database.raw().drop();
    CountedCommands counted = new CountedCommands();
    Map<String, String> settings =
        RequestScene.settings(
            folder,
            Map.of(
                "MONGODB_URI", database.uri(), "JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA"));
    try (StartedServer server = StartedServer.overMongo(settings, RequestScene.CLOCK, counted)) {
      Map<String, Map<String, Integer>> sent = new LinkedHashMap<>();
      new RequestScene(new Api(server.base())).count(counted::take, sent);
      assertEquals(
          Map.of(
              "doctors",
              0,
              "doctors anew",
              3,
              "doctor",
              0,
              "me",
              2,
              "appointments",
              5,
              "requests",
              6,
              "conversation",
              3,
              "send",
              9,
              "book",
              23),
          RequestScene.totals(sent),
          () -> RequestScene.lines(sent));
    }
  }
}
