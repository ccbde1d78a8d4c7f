package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.workload.Verdict;
import io.healthconnect.benchmarks.workload.Workload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * C-01: randomly chosen nodes are killed while clients write at both. The doctors who were
 * connected to the killed node must go offline for their patients at the other node, nobody who
 * connects afterwards may see them online, and they must be able to continue at the other node.
 */
final class NodeKills {
  private final Plan plan;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Pair> pairs = new ArrayList<>();
  private final Departures departures = new Departures();

  private NodeKills(Plan plan) {
    this.plan = plan;
  }

  static Report run(Plan plan) throws Exception {
    return new NodeKills(plan).run();
  }

  private Report run() throws Exception {
    SplittableRandom random = plan.random();
    try (Workload workload =
        Workload.start("c01-", plan.cluster().apis(), plan.work(), random.split())) {
      for (int i = 0; i < plan.size(); i++) {
        pairs.add(Pair.create(plan.cluster().apis().get(i % 2), "c01-p" + i));
      }
      workload.control().open();
      for (int round = 0; round < plan.rounds(); round++) {
        int victim = random.nextInt(2);
        workload.control().awaitAcked(Long.MAX_VALUE, random.nextLong(200, 2001));
        kill(plan.cluster().nodes().get(victim), plan.cluster().nodes().get(1 - victim), workload);
      }
      Verdict verdict = workload.check(plan.cluster().apis().get(0));
      return new Report(
          verdict.plus(departures.verdict()),
          plan.rounds(),
          plan.seed(),
          List.of(
              "shown as offline after the kill: " + departures.delays(),
              "a writer's time without a yes after a kill: " + workload.control().outages(),
              "no answer or 503: " + workload.control().unknown()));
    }
  }

  private void kill(Node victim, Node other, Workload workload) throws Exception {
    List<Watch> doctors = new ArrayList<>();
    List<Watch> patients = new ArrayList<>();
    try {
      for (Pair pair : pairs) {
        doctors.add(Watch.connect(http, victim, pair.doctor()));
        patients.add(Watch.connect(http, other, pair.patient()));
      }
      awaitAll("a doctor never came online", patients, true);

      workload.control().fault();
      long killedAt = System.nanoTime();
      victim.kill();
      awaitAll("a doctor of the killed node is still online", patients, false);
      for (int i = 0; i < pairs.size(); i++) {
        departures.check(pairs.get(i).doctor().id(), patients.get(i).roster(), killedAt);
      }
      seeNoGhosts(other);
      carryOn(other, patients);
    } finally {
      doctors.forEach(Watch::close);
      patients.forEach(Watch::close);
    }
    victim.restart();
    if (!workload.control().awaitRecovery(Healing.LIMIT_MILLIS)) {
      throw new IllegalStateException("not every writer recovered from a kill");
    }
  }

  private void awaitAll(String problem, List<Watch> patients, boolean online) throws IOException {
    Healing.await(
        problem,
        () -> {
          for (int i = 0; i < pairs.size(); i++) {
            if (patients.get(i).roster().sees(pairs.get(i).doctor().id()) != online) {
              return false;
            }
          }
          return true;
        });
  }

  /** Nobody may appear online again for people who connect now. */
  private void seeNoGhosts(Node other) throws IOException, InterruptedException {
    for (Pair pair : pairs) {
      try (Watch fresh = Watch.connect(http, other, pair.patient())) {
        departures.checkGhost(pair.doctor().id(), fresh.roster());
      }
    }
  }

  private void carryOn(Node other, List<Watch> patients) throws IOException, InterruptedException {
    List<Watch> again = new ArrayList<>();
    try {
      for (Pair pair : pairs) {
        again.add(Watch.connect(http, other, pair.doctor()));
      }
      awaitAll("a doctor could not carry on at the other node", patients, true);
    } finally {
      again.forEach(Watch::close);
    }
  }
}
