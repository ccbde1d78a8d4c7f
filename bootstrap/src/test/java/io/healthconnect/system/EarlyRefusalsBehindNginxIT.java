package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.ImageForm;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Race;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * H-04: uploads that two nodes behind the shipped nginx refuse before the body has arrived. A node
 * that closed the connection at once would be a failed one to nginx: a 502 for whoever is served
 * next.
 */
@ResourceLock("mongod")
@WithMongod
class EarlyRefusalsBehindNginxIT {
  private static final int UPLOADS = 30;
  private static final int UPLOADERS = 3;
  private static final int READERS = 2;

  @TempDir Path folder;

  @Test
  void areSeenAsRefusalsAndHarmNobodyElse(TestDatabase database) throws Exception {
    Nginx.need();
    database.raw().drop();
    RunnableJar a = RunnableJar.in(Files.createDirectories(folder.resolve("a")));
    RunnableJar b = RunnableJar.in(Files.createDirectories(folder.resolve("b")));
    int port = ServerProcess.freePort();
    Map<String, String> settings = new HashMap<>();
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.put("TRUSTED_PROXIES", "127.0.0.1");
    try (ServerProcess one = a.start(settings);
        ServerProcess two = b.start(settings);
        Nginx nginx = Nginx.start(folder, port, a.port(), b.port())) {
      String token = Person.patient(new Api(nginx.base()), "reader").token();
      for (int mib : List.of(1, 6)) {
        AtomicInteger left = new AtomicInteger(UPLOADS);
        List<Integer> refusals = Collections.synchronizedList(new ArrayList<>());
        List<Integer> reads = Collections.synchronizedList(new ArrayList<>());
        ImageForm upload = new ImageForm(new byte[mib * 1024 * 1024]);
        Race.of(
            UPLOADERS + READERS,
            i ->
                i < UPLOADERS
                    ? uploader(nginx, upload, left, refusals)
                    : reader(nginx, token, left, reads));
        assertEquals(Map.of(401, UPLOADS), counted(refusals));
        assertEquals(Map.of(200, reads.size()), counted(reads));
        assertTrue(reads.size() > READERS, "nobody read beside the uploads");
      }
      large(nginx);
    }
    String log = Files.readString(folder.resolve("nginx.log"));
    assertFalse(log.contains("upstream"), log);
  }

  /** Refusals for other reasons. */
  private static void large(Nginx nginx) throws Exception {
    ImageForm upload = new ImageForm(new byte[6 * 1024 * 1024]);
    Map<String, String> json = Map.of("email", "x".repeat(6 * 1024 * 1024), "password", "y");
    for (int i = 0; i < 10; i++) {
      Api api = new Api(nginx.base());
      assertEquals(404, api.put("/api/nothing", "", upload).status());
      assertEquals(413, api.post("/api/auth/login", "", json).status());
    }
  }

  private static Callable<Void> uploader(
      Nginx nginx, ImageForm upload, AtomicInteger left, List<Integer> refusals) {
    return () -> {
      Api api = new Api(nginx.base());
      while (left.getAndDecrement() > 0) {
        refusals.add(api.put("/api/me/avatar", "", upload).status());
      }
      return null;
    };
  }

  private static Callable<Void> reader(
      Nginx nginx, String token, AtomicInteger left, List<Integer> reads) {
    return () -> {
      Api api = new Api(nginx.base());
      while (left.get() > 0) {
        reads.add(api.get("/api/auth/me", token).status());
      }
      return null;
    };
  }

  private static Map<Integer, Integer> counted(List<Integer> statuses) {
    Map<Integer, Integer> counts = new TreeMap<>();
    statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
    return counts;
  }
}
