package io.healthconnect.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.SignalingSocket;
import io.healthconnect.benchmarks.workload.Verdict;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * randomly chosen nodes are killed while calls ring and go on, with the doctor, the patient
 * or both at the killed node, and nobody returns. Within a minute each call must be over, the side
 * that is left must have been told, and then each pair must be able to call again.
 */
final class CallKills {
  private static final Pattern OVER = Pattern.compile("42\\[\"call-(end|rejected)\"");
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Plan plan;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> remarks = new ArrayList<>();
  private final Delays delays = new Delays();
  private long ended;
  private long stuck;

  private CallKills(Plan plan) {
    this.plan = plan;
  }

  /** One side of a call. */
  private final class Side {
    private final SignalingSocket socket;
    private final boolean left;
    private volatile boolean told;

    Side(Node node, Person person, boolean left) throws IOException, InterruptedException {
      this.left = left;
      socket = SignalingSocket.connect(http, node.base(), person.token(), this::take);
    }

    private boolean take(String packet) {
      told |= OVER.matcher(packet).lookingAt();
      return false;
    }
  }

  private record Call(Pair pair, String id, Side doctor, Side patient) {
    boolean isTold() {
      return (doctor.told || !doctor.left) && (patient.told || !patient.left);
    }
  }

  static Report run(Plan plan) throws Exception {
    return new CallKills(plan).run();
  }

  private Report run() throws Exception {
    SplittableRandom random = plan.random();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < plan.size(); i++) {
      pairs.add(Pair.create(plan.cluster().apis().get(i % 2), "r11-p" + i));
    }
    for (int round = 0; round < plan.rounds(); round++) {
      int victim = random.nextInt(2);
      kill(plan.cluster().nodes().get(victim), plan.cluster().nodes().get(1 - victim), pairs);
    }
    return new Report(
        new Verdict(ended, stuck, 0, remarks),
        plan.rounds(),
        plan.seed(),
        List.of("over for both sides after the kill: " + delays));
  }

  private void kill(Node victim, Node other, List<Pair> pairs)
      throws IOException, InterruptedException {
    List<Call> calls = new ArrayList<>();
    try {
      for (int i = 0; i < pairs.size(); i++) {
        calls.add(call(victim, other, pairs.get(i), i));
      }
      long killedAt = System.nanoTime();
      victim.kill();
      awaitEnds(other, calls, killedAt);
    } finally {
      for (Call call : calls) {
        call.doctor().socket.close();
        call.patient().socket.close();
      }
    }
    for (Pair pair : pairs) {
      callAgain(other, pair);
    }
    victim.restart();
  }

  /** Six kinds in turn: who is at the node that is killed, and whether the call is answered. */
  private Call call(Node victim, Node other, Pair pair, int number)
      throws IOException, InterruptedException {
    boolean doctorLeft = number % 3 == 0;
    boolean patientLeft = number % 3 == 1;
    Side doctor = new Side(doctorLeft ? other : victim, pair.doctor(), doctorLeft);
    Side patient = new Side(patientLeft ? other : victim, pair.patient(), patientLeft);
    String id = ring(doctor.socket, patient.socket, pair);
    if (number / 3 % 2 == 0) {
      patient.socket.request(
          "answer-call", Map.of("to", pair.doctor().id(), "answer", Descriptions.of("answer")));
      doctor.socket.event("call-answered");
    }
    return new Call(pair, id, doctor, patient);
  }

  private static String ring(SignalingSocket doctor, SignalingSocket patient, Pair pair)
      throws IOException, InterruptedException {
    String to = pair.patient().id();
    JsonNode started =
        doctor.request("call-user", Map.of("to", to, "offer", Descriptions.of("offer")));
    patient.event("call-made");
    return started.path("callId").asText();
  }

  private void awaitEnds(Node other, List<Call> calls, long killedAt)
      throws IOException, InterruptedException {
    List<Call> open = new ArrayList<>(calls);
    while (!open.isEmpty() && System.nanoTime() - killedAt < LIMIT_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      for (Call call : List.copyOf(open)) {
        if (call.isTold() && isStored(other, call)) {
          open.remove(call);
          delays.add(System.nanoTime() - killedAt);
          ended++;
        }
      }
    }
    for (Call call : open) {
      stuck++;
      remarks.add("not over after a minute: " + call.id() + ", told: " + call.isTold());
    }
  }

  /** Whether the call is among those that are over, with the reason. */
  private static boolean isStored(Node node, Call call) throws IOException, InterruptedException {
    JsonNode calls =
        node.api().get("/api/calls", call.pair().doctor().token()).expect(200).body().path("calls");
    for (JsonNode each : calls) {
      if (each.path("id").asText().equals(call.id())) {
        return each.path("endedAt").isTextual() && each.path("endReason").isTextual();
      }
    }
    return false;
  }

  /** Somebody who counts as being in a call cannot be rung. */
  private void callAgain(Node node, Pair pair) throws IOException, InterruptedException {
    SignalingSocket doctor =
        SignalingSocket.connect(http, node.base(), pair.doctor().token(), p -> false);
    SignalingSocket patient =
        SignalingSocket.connect(http, node.base(), pair.patient().token(), p -> false);
    try {
      ring(doctor, patient, pair);
      doctor.request("call-end", Map.of("to", pair.patient().id()));
      patient.event("call-end");
    } catch (IOException e) {
      remarks.add("cannot call again: " + pair.doctor().id() + ", " + e.getMessage());
    } finally {
      doctor.close();
      patient.close();
    }
  }
}
