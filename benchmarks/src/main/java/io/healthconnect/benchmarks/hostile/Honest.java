package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Well-behaved clients: the cheapest authenticated read over 16 keep-alive connections, and an
 * event with an ack over a socket, at a steady rate below every limit.
 */
final class Honest {
  private static final int CONNECTIONS = 16;
  private static final long READ_EVERY = 80_000_000;
  private static final long EVENT_EVERY = 25_000_000;
  private static final int SOME_SECONDS = 6;

  private final Api api;
  private final Pair pair;
  private final Swarm swarm;
  private final HostileSocket socket;
  private final BlockingQueue<String> packets;
  private volatile boolean running;

  /** Measurements taken at the same time. */
  record Figures(Delays reads, Delays events) {
    Figures() {
      this(new Delays(), new Delays());
    }

    String against(Figures baseline) {
      return "reads "
          + reads.against(baseline.reads)
          + "; events "
          + events.against(baseline.events);
    }

    double worstRatio(Figures baseline) {
      return Math.max(reads.ratio(baseline.reads), events.ratio(baseline.events));
    }
  }

  /** Work during which the honest clients are measured. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  private Honest(
      Api api, Pair pair, Swarm swarm, HostileSocket socket, BlockingQueue<String> packets) {
    this.api = api;
    this.pair = pair;
    this.swarm = swarm;
    this.socket = socket;
    this.packets = packets;
  }

  static Honest create(Api api, int port) throws IOException, InterruptedException {
    Pair pair = Pair.create(api, "honest");
    BlockingQueue<String> packets = new LinkedBlockingQueue<>();
    Swarm swarm = new Swarm(port);
    HostileSocket.Plan plan =
        new HostileSocket.Plan(
            Swarm.loopback(1),
            Optional.of(Swarm.connect(pair.patient().token())),
            0,
            packet -> {
              if (packet.startsWith("43")) {
                packets.add(packet);
              }
            });
    HostileSocket socket = swarm.open(1, i -> plan).get(0);
    return new Honest(api, pair, swarm, socket, packets);
  }

  /** The figures while nothing else happens. */
  Figures alone() throws IOException, InterruptedException {
    return during(() -> Thread.sleep(SOME_SECONDS * 1000L));
  }

  /** The figures while the work is running. */
  Figures during(Work work) throws IOException, InterruptedException {
    Figures figures = new Figures();
    during(figures, work);
    return figures;
  }

  /** Adds to earlier figures. */
  void during(Figures figures, Work work) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS + 1);
    running = true;
    try {
      List<Future<Void>> clients = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        clients.add(threads.submit(client(READ_EVERY, this::read, figures.reads())));
      }
      clients.add(threads.submit(client(EVENT_EVERY, this::event, figures.events())));
      work.run();
      running = false;
      for (Future<Void> client : clients) {
        client.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("an honest client was not served", e.getCause());
    } finally {
      running = false;
      threads.shutdownNow();
    }
  }

  void end() throws IOException {
    swarm.close();
  }

  private Callable<Void> client(long every, Work request, Delays delays) {
    return () -> {
      long due = System.nanoTime();
      while (running) {
        long start = System.nanoTime();
        request.run();
        delays.add(System.nanoTime() - start);
        due = Math.max(due + every, System.nanoTime());
        while (running && due > System.nanoTime()) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
      return null;
    };
  }

  private void read() throws IOException, InterruptedException {
    api.get("/api/auth/me", pair.patient().token()).expect(200);
  }

  private void event() throws IOException, InterruptedException {
    swarm.send(
        socket, ClientFrames.text("421[\"typing\",{\"to\":\"" + pair.doctor().id() + "\"}]"));
    String ack = packets.poll(20, TimeUnit.SECONDS);
    if (ack == null || !ack.startsWith("431[{\"ok\":true")) {
      throw new IOException("no ack for an honest event but " + ack);
    }
  }
}
