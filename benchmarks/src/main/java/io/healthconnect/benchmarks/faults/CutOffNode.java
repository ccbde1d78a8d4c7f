package io.healthconnect.benchmarks.faults;

import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Heap;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.SignalingSocket;
import io.healthconnect.benchmarks.workload.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * M-05: a node is cut off from all members. It goes on to live, says that it is not ready, tells
 * its sockets so, and carries on by itself when the network is back.
 */
final class CutOffNode {
  private static final double READY_LIMIT_MILLIS = 5_000;
  private static final long HEAP_LIMIT_KIB = 50 * 1024;
  private static final long PAUSE_MILLIS = 100;
  private static final String ONLINE_USERS = "42[\"online-users\"";

  private final Plan plan;
  private final Node node;
  private final Delays back = new Delays();
  private final List<String> remarks = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private long acked;

  private CutOffNode(Plan plan) {
    this.plan = plan;
    this.node = plan.cluster().nodes().get(1);
  }

  static Report run(Plan plan) throws Exception {
    return new CutOffNode(plan).run();
  }

  private Report run() throws Exception {
    Api api = node.api();
    Pair pair = Pair.create(api, "m05");
    Heap heap = new Heap(node.process());
    heap.collect();
    long before = heap.usedKib();
    for (int round = 0; round < plan.rounds(); round++) {
      SignalingSocket socket =
          SignalingSocket.connect(
              HttpClient.newHttpClient(),
              node.base(),
              pair.patient().token(),
              packet -> packet.startsWith("42[") && !packet.startsWith(ONLINE_USERS));
      try {
        // Sent last of what connecting does. Before that, the socket would be closed.
        socket.event("online-users");
        cut(api, pair, socket);
      } finally {
        socket.close();
      }
      String id = "m05-" + round;
      pair.sendFromPatient(api, "text of " + id, id).expect(201);
      acked++;
    }
    heap.collect();
    long grown = heap.usedKib() - before;
    if (grown > HEAP_LIMIT_KIB) {
      missed.add("the heap grew by " + grown + " KiB");
    }
    if (back.millis(100) > READY_LIMIT_MILLIS) {
      missed.add("ready again after more than 5 s");
    }
    return new Report(
        new Verdict(acked, 0, 0, remarks),
        plan.rounds(),
        plan.seed(),
        List.of("ready again: " + back, "heap grew by " + grown + " KiB"),
        missed);
  }

  private void cut(Api api, Pair pair, SignalingSocket socket)
      throws IOException, InterruptedException {
    plan.cluster().store().cutOff(node.process().pid());
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.size());
    boolean said = false;
    try {
      toldUnavailable(pair, socket);
      while (System.nanoTime() < end) {
        int live = api.get("/health/live", "").status();
        if (live != 200) {
          remarks.add("said not to live: " + live);
        }
        said |= api.get("/health/ready", "").status() == 503;
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } finally {
      plan.cluster().store().mend();
    }
    if (!said) {
      remarks.add("never said that it is not ready");
    }
    long mended = System.nanoTime();
    Healing.await("the node is not ready", node.process()::ready);
    back.add(System.nanoTime() - mended);
  }

  /** What needs the store is answered, in time, with a code of its own. */
  private void toldUnavailable(Pair pair, SignalingSocket socket) throws InterruptedException {
    Map<String, Object> call = Map.of("to", pair.doctor().id(), "offer", Descriptions.of("offer"));
    try {
      socket.request("call-user", call);
      remarks.add("a call began without a store");
    } catch (IOException refused) {
      if (!String.valueOf(refused.getMessage()).contains("unavailable")) {
        remarks.add("not told unavailable but: " + refused.getMessage());
      }
    }
  }
}
