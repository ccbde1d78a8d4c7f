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
 * Clients that chat, book and log out, each for its own pair of people. They write while the
 * control allows it.
 */
public final class Workload implements AutoCloseable {
  private static final int CLIENTS = 8;

  private final WorkloadControl control = new WorkloadControl();
  private final List<Client> clients = new ArrayList<>();
  private final List<Future<Void>> running = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  private Workload() {}

  /**
   * Signs everybody up; nobody writes yet.
   *
   * @param name the prefix of the names of its people and of its files in {@code work}
   * @param apis the servers; each write goes to a random one
   */
  public static Workload start(String name, List<Api> apis, Path work, SplittableRandom random)
      throws IOException, InterruptedException {
    Workload workload = new Workload();
    for (int i = 1; i <= CLIENTS; i++) {
      String client = name + i;
      Path file = work.resolve("client-" + client + ".log");
      workload.clients.add(new Client(client, apis, workload.control, random.split(), file));
    }
    workload.clients.forEach(client -> workload.running.add(workload.threads.submit(client)));
    return workload;
  }

  public WorkloadControl control() {
    return control;
  }

  /** Stops the clients and compares their logs with the server's data. */
  public Verdict check(Api api) throws IOException, InterruptedException, ExecutionException {
    control.stop();
    for (Future<Void> client : running) {
      client.get();
    }
    Verdict verdict = new Verdict(0, 0, 0, control.remarks());
    Reconciliation reconciliation = new Reconciliation(api);
    for (Client client : clients) {
      verdict = verdict.plus(reconciliation.of(client.pair(), AckLog.read(client.file())));
    }
    return verdict;
  }

  @Override
  public void close() {
    control.stop();
    threads.shutdownNow();
  }
}
