package io.healthconnect.benchmarks.hostile;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fresh server with its honest clients, and the swarm that attacks it. */
record Scene(
    ServerProcess server, Api api, Swarm swarm, Probe probe, Honest honest, Outcome outcome) {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final int FILES_OF_CHANCE = 24;

  /** Six hundred threads of the HTTP server, and those of the product. */
  private static final int THREADS = 656;

  /** The server's default limits, except for sign-ups, chat, calls, and what the attack needs. */
  private static Map<String, String> settings(Attack attack, boolean guarded, int metricsPort) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("METRICS_PORT", Integer.toString(metricsPort));
    settings.put("LIMIT_EVENTS_PER_SECOND", "100");
    settings.putAll(attack.raised());
    if (!guarded) {
      settings.putAll(attack.withoutGuard());
    }
    return settings;
  }

  /** Starts a server, runs the attack, checks what every attack must leave intact, and stops it. */
  static boolean play(Attack attack, boolean guarded, Path work, Path jar)
      throws IOException, InterruptedException {
    Outcome outcome = new Outcome(attack.id());
    outcome.figure("%s", attack.target());
    int metricsPort = ServerProcess.freePort();
    Map<String, String> settings = settings(attack, guarded, metricsPort);
    outcome.figure("heap %d MiB, settings %s", attack.heapMib(), settings);
    HealthConnectServer start = HealthConnectServer.in(work, jar);
    List<String> options = new ArrayList<>(List.of("-Xmx" + attack.heapMib() + "m"));
    options.add("-XX:+ExitOnOutOfMemoryError");
    try (ServerProcess server = start.start(options, settings);
        Swarm swarm = new Swarm(server.base().getPort())) {
      Api api = new Api(server.base());
      Probe probe = new Probe(server, metricsPort, start.log());
      Honest honest = audience(server, api);
      new Scene(server, api, swarm, probe, honest, outcome).play(attack);
      honest.end();
    }
    return outcome.held();
  }

  private static Honest audience(ServerProcess server, Api api)
      throws NotPlayedException, InterruptedException {
    try {
      server.awaitReady(READY_LIMIT);
      Honest honest = Honest.create(api, server.base().getPort());
      honest.alone();
      return honest;
    } catch (IOException e) {
      throw new NotPlayedException(e);
    }
  }

  private void play(Attack attack) throws IOException, InterruptedException {
    int threads = probe.threads();
    int files = probe.files();
    attack.play(this);
    swarm.endAll();
    probe.awaitSockets(1, 10);
    Swarm.comesTrue(5, () -> filesNow() <= files + FILES_OF_CHANCE);
    outcome.check(
        filesNow() <= files + FILES_OF_CHANCE, "files %d before, %d after", files, filesNow());
    int threadsNow = probe.threads();
    outcome.check(threadsNow <= THREADS, "threads %d before, %d after", threads, threadsNow);
    outcome.check(probe.uncaught() == 0, "%d uncaught failures", probe.uncaught());
    outcome.check(probe.stackLines() == 0, "%d lines of stack traces", probe.stackLines());
  }

  /**
   * Connections to the server, with a receive buffer of so many bytes; 0 means the system's
   * default.
   */
  PlainConnections connections(int receiveBuffer) {
    return new PlainConnections(server.base().getPort(), receiveBuffer);
  }

  private int filesNow() {
    try {
      return probe.files();
    } catch (IOException e) {
      return Integer.MAX_VALUE;
    }
  }

  /** Prints how the heap changed and checks it against a limit. */
  void checkHeap(String what, long beforeKib, long nowKib, long boundKib) {
    outcome.check(
        nowKib - beforeKib <= boundKib,
        "heap %s: %,d KiB before, %,d KiB now, %+,d KiB (at most %+,d)",
        what,
        beforeKib,
        nowKib,
        nowKib - beforeKib,
        boundKib);
  }

  /** Checks that honest clients were not slowed down by more than this. */
  void checkHonest(Honest.Figures attacked, Honest.Figures baseline, double times) {
    outcome.check(attacked.worstRatio(baseline) <= times, "honest: %s", attacked.against(baseline));
  }

  /** Checks that the server accepted so many connections, and that none of them are left. */
  void checkGone(int count, int open, PlainConnections slow, double seconds) {
    outcome.check(
        open == count && slow.left() == 0,
        "%,d were open, %,d are left after %.1f s",
        open,
        slow.left(),
        seconds);
  }

  /** Checks that all ended with this status. */
  void checkClosed(List<HostileSocket> sockets, int status) {
    long closed = closedWith(sockets, status);
    outcome.check(
        closed == sockets.size(), "%d of %d closed with %d", closed, sockets.size(), status);
  }

  /** Checks that none has ended. */
  void checkOpen(String where, List<HostileSocket> sockets) {
    long open = sockets.stream().filter(HostileSocket::open).count();
    outcome.check(open == sockets.size(), "%d of %d are open %s", open, sockets.size(), where);
  }

  /** How many of the sockets ended with this status. */
  static long closedWith(List<HostileSocket> sockets, int status) {
    return sockets.stream().filter(s -> s.ended() && s.closeStatus() == status).count();
  }
}
