package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D-08: a server without memory ends, instead of going on with threads that have died. */
class OutOfMemoryIT {
  private static final String FLAG = "-XX:+ExitOnOutOfMemoryError";
  private static final Duration END = Duration.ofMinutes(1);

  /** The status with which the virtual machine ends because of the flag. */
  private static final int OUT_OF_MEMORY = 3;

  @TempDir Path folder;

  @Test
  void d08TheDocumentedWaysToStartItHaveTheFlag() throws IOException {
    for (String document : List.of("deploy/Dockerfile", "deployment.md")) {
      String text = Files.readString(Path.of("../docs", document));
      assertTrue(text.contains(FLAG), document);
    }
  }

  @Test
  void d08EndsAtOnceAndHasEverythingThatItAnswered() throws Exception {
    RunnableJar jar = RunnableJar.in(folder);
    Pair pair;
    List<String> acked = new ArrayList<>();
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Map<String, String> small = Map.of("JAVA_TOOL_OPTIONS", "-Xmx64m " + FLAG);
    try (ServerProcess server = jar.start(small)) {
      Api api = new Api(server.base());
      pair = Pair.create(api, "memory");
      Future<?> sending = threads.submit(() -> send(api, pair, acked));
      ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
      loadEater(server);
      process.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
      assertEquals(OUT_OF_MEMORY, server.terminate(END));
      sending.get(30, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
    try (ServerProcess server = jar.start(Map.of("LIMIT_CHAT_BURST", "100000"))) {
      Api api = new Api(server.base());
      for (String id : acked) {
        // A resend of what is stored makes no second message.
        pair.sendFromPatient(api, "Text " + id, id).expect(201);
      }
      int stored = messages(api, pair);
      assertTrue(stored == acked.size() || stored == acked.size() + 1, stored + " of " + acked);
    }
  }

  /** Until the server is gone; the last one may be stored without an answer. */
  private static void send(Api api, Pair pair, List<String> acked) {
    try {
      while (acked.size() < 50) {
        String id = "m" + acked.size();
        pair.sendFromPatient(api, "Text " + id, id).expect(201);
        acked.add(id);
      }
    } catch (IOException gone) {
      // As it should be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int messages(Api api, Pair pair) throws Exception {
    String path = "/api/messages/" + pair.doctor().id() + "?limit=100";
    return api.get(path, pair.patient().token()).expect(200).body().path("messages").size();
  }

  private void loadEater(ServerProcess server) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(server.pid()));
    try {
      machine.loadAgent(agent().toString());
    } catch (IOException ended) {
      // Before it could say that the agent was loaded.
    } finally {
      machine.detach();
    }
  }

  private Path agent() throws IOException {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Agent-Class", HeapEater.class.getName());
    String name = HeapEater.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        InputStream code = HeapEater.class.getResourceAsStream("/" + name)) {
      out.putNextEntry(new ZipEntry(name));
      Objects.requireNonNull(code).transferTo(out);
    }
    return jar;
  }
}
