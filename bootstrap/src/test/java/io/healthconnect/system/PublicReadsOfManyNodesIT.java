package io.healthconnect.system;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** H-09: as {@link PublicReadsIT}, on two nodes that share MongoDB. */
@ResourceLock("mongod")
@WithMongod
class PublicReadsOfManyNodesIT {
  @TempDir Path folder;

  @Test
  void h09EveryWriteShowsOnBothNodes(TestDatabase database) throws Exception {
    database.raw().drop();
    Map<String, String> settings = new HashMap<>(PublicReadsIT.limits());
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    RunnableJar a = RunnableJar.in(Files.createDirectories(folder.resolve("a")));
    RunnableJar b = RunnableJar.in(Files.createDirectories(folder.resolve("b")));
    try (ServerProcess one = a.start(settings);
        ServerProcess two = b.start(settings)) {
      PublicReadsIT.everyWriteShows(List.of(new Api(one.base()), new Api(two.base())));
    }
  }
}
