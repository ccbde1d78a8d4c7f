package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.testkit.wire.BadHandshakes;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** W-02 against the whole product, whose routes and pages are behind the sockets. */
class BadHandshakesIT {
  @TempDir Path folder;

  @Test
  void w02NoneOpensASocketOrBreaksTheServer() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    List<String> wrong = new ArrayList<>();
    try (ServerProcess server = jar.start(Map.of("PUBLIC_URL", "https://clinic.example"))) {
      for (BadHandshakes.Case bad : BadHandshakes.all("__Host-token")) {
        try (RawClient client = new RawClient(jar.port())) {
          int status = client.status(bad.request());
          // A request that is not for the sockets may be for a page.
          boolean page = bad.status() == 404 && status == 200;
          if (status != bad.status() && !page) {
            wrong.add(bad + ": " + status);
          }
        }
      }
      RawClient.open(jar.port()).close();
    }
    assertEquals(List.of(), wrong);
  }
}
