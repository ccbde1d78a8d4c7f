package io.healthconnect.benchmarks.durability;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One run: pairs, clients, kills, reconciliation. */
public final class DurabilityRun {
  private static final int CLIENTS = 8;
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);

  private final HealthConnectServer server;
  private final Path work;
  private final Plan plan;
  private final Gate gate = new Gate();
  private final SplittableRandom random;
  private Duration slowestStart = Duration.ZERO;
  private int kills;

  public DurabilityRun(HealthConnectServer server, Path work, Plan plan) {
    this.server = server;
    this.work = work;
    this.plan = plan;
    this.random = new SplittableRandom(plan.seed());
  }

  /**
   * @param acked how many acknowledged writes to reach; the last kill comes after them
   * @param maxSeconds the bound of the whole run
   */
  public record Plan(int kills, long acked, long seed, long maxSeconds) {}

  /**
   * @param complete whether all kills and acknowledgements of the plan were reached
   * @param slowestStart the longest time from a start after a kill to ready
   */
  public record Report(
      Plan plan,
      Verdict verdict,
      int kills,
      boolean complete,
      Duration slowestStart,
      Duration total) {
    public String line() {
      return "acked %d lost %d dup %d kills %d seed %d"
          .formatted(verdict.acked(), verdict.lost(), verdict.duplicated(), kills, plan.seed());
    }
  }

  public Report run() throws IOException, InterruptedException, ExecutionException, SQLException {
    long start = System.nanoTime();
    ServerProcess process = server.start();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    Verdict verdict = Verdict.EMPTY;
    try {
      process.awaitReady(READY_LIMIT);
      List<Client> clients = clients(new Api(process.base()));
      List<Future<Void>> running = clients.stream().map(threads::submit).toList();
      for (int kill = 1; kill <= plan.kills() && !gate.stopped(); kill++) {
        gate.open();
        live(kill, start);
        gate.shut();
        process.kill();
        kills++;
        process = server.start();
        Duration ready = process.awaitReady(READY_LIMIT);
        slowestStart = ready.compareTo(slowestStart) > 0 ? ready : slowestStart;
      }
      gate.stop();
      for (Future<Void> client : running) {
        client.get();
      }
      Reconciliation reconciliation = new Reconciliation(new Api(process.base()));
      for (Client client : clients) {
        verdict = verdict.plus(reconciliation.of(client.pair(), AckLog.read(client.file())));
      }
    } finally {
      gate.stop();
      threads.shutdownNow();
      process.close();
    }
    verdict = verdict.plus(DatabaseFile.check(server.dataDirectory()));
    boolean complete = kills == plan.kills() && verdict.acked() >= plan.acked();
    return new Report(
        plan, verdict, kills, complete, slowestStart, Duration.ofNanos(System.nanoTime() - start));
  }

  private List<Client> clients(Api api) throws IOException, InterruptedException {
    List<Client> clients = new ArrayList<>();
    for (int i = 1; i <= CLIENTS; i++) {
      String name = "c" + i;
      Path file = work.resolve("client-" + i + ".log");
      clients.add(new Client(name, Pair.create(api, name), api, gate, random.split(), file));
    }
    return clients;
  }

  /** Lets the server live a random time; every second life first reaches its share of the acks. */
  private void live(int kill, long start) throws InterruptedException {
    if (kill % 2 == 0 || kill == plan.kills()) {
      long elapsed = (System.nanoTime() - start) / 1_000_000;
      long share = plan.acked() * kill / plan.kills();
      gate.awaitAcked(share, Math.max(1, plan.maxSeconds() * 1000 - elapsed));
    }
    gate.awaitAcked(Long.MAX_VALUE, random.nextLong(50, 2001));
  }
}
