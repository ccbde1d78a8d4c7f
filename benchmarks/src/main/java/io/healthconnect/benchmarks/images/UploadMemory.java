package io.healthconnect.benchmarks.images;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Heap;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.images.Floods;
import io.healthconnect.images.Pictures;
import io.healthconnect.images.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * U-02: how much a hostile upload can make the heap grow. The server's young generation is so large
 * that nothing is collected: it grows by everything that the server allocates during the request,
 * which is at least as much as the request ever holds.
 */
public final class UploadMemory {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final List<String> UNCOLLECTED =
      List.of("-XX:+UseSerialGC", "-Xms2600m", "-Xmx2600m", "-Xmn2500m", "-XX:-UseTLAB");

  private final Api api;
  private final Person person;
  private final Heap heap;

  private UploadMemory(Api api, Person person, Heap heap) {
    this.api = api;
    this.person = person;
    this.heap = heap;
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Files.createTempDirectory("health-connect-uploads");
    HealthConnectServer jar = HealthConnectServer.in(work, HealthConnectServer.defaultJar());
    System.out.println(Machine.describe());
    try (ServerProcess server = jar.start(UNCOLLECTED, HostileUploads.ROOM)) {
      server.awaitReady(READY_LIMIT);
      Api api = new Api(server.base());
      new UploadMemory(api, Person.patient(api, "memory"), new Heap(server)).run();
    }
    System.exit(0);
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf("%-50s %10s %6s %10s%n", "file", "KiB", "answer", "heap KiB");
    // Classes must be loaded and caches filled before measuring.
    for (Sample sample : Floods.all()) {
      upload(sample.bytes());
    }
    print("an honest PNG of 40 by 30", Pictures.png());
    for (Sample sample : Floods.all()) {
      print(sample.name(), sample.bytes());
    }
  }

  private void print(String name, byte[] file) throws IOException, InterruptedException {
    long before = heap.usedKib();
    int status = upload(file);
    long grown = heap.usedKib() - before;
    if (grown < 0) {
      throw new IOException("the heap was collected meanwhile");
    }
    System.out.printf("%-50s %,10d %6d %,10d%n", name, file.length / 1024, status, grown);
  }

  private int upload(byte[] file) throws IOException, InterruptedException {
    return HostileUploads.upload(api, person, file);
  }
}
