package io.healthconnect.benchmarks.workload;

import io.healthconnect.benchmarks.server.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that chat, book and log out, each for a pair of people of its own. They write while the
 * gate is open.
 */
public final class Workload implements AutoCloseable {
  private static final int CLIENTS = 8;

  private final Gate gate = new Gate();
  private final List<Client> clients = new ArrayList<>();
  private final List<Future<Void>> running = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  private Workload() {}

  /**
   * Signs everybody up; the gate is shut.
   *
   * @param name begins the names of its people and of its files in {@code work}
   * @param apis the servers, of which each write takes any
   */
  public static Workload start(String name, List<Api> apis, Path work, SplittableRandom random)
      throws IOException, InterruptedException {
    Workload workload = new Workload();
    for (int i = 1; i <= CLIENTS; i++) {
      String client = name + i;
      Path file = work.resolve("client-" + client + ".log");
      workload.clients.add(new Client(client, apis, workload.gate, random.split(), file));
    }
    workload.clients.forEach(client -> workload.running.add(workload.threads.submit(client)));
    return workload;
  }

  public Gate gate() {
    return gate;
  }

  /** Ends the clients and compares what they logged with what the server holds. */
  public Verdict check(Api api) throws IOException, InterruptedException, ExecutionException {
    gate.stop();
    for (Future<Void> client : running) {
      client.get();
    }
    Verdict verdict = new Verdict(0, 0, 0, gate.remarks());
    Reconciliation reconciliation = new Reconciliation(api);
    for (Client client : clients) {
      verdict = verdict.plus(reconciliation.of(client.pair(), AckLog.read(client.file())));
    }
    return verdict;
  }

  @Override
  public void close() {
    gate.stop();
    threads.shutdownNow();
  }
}
