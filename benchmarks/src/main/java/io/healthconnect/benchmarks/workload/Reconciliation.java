package io.healthconnect.benchmarks.workload;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the data of the restarted server through the API and compares it with the clients' logs.
 */
public final class Reconciliation {
  private final Api api;

  public Reconciliation(Api api) {
    this.api = api;
  }

  public Verdict of(Pair pair, List<Entry> log) throws IOException, InterruptedException {
    return messages(pair, new Expectation(log, Entry.Kind.MESSAGE))
        .plus(appointments(pair, new Expectation(log, Entry.Kind.APPOINTMENT)))
        .plus(revocations(new Expectation(log, Entry.Kind.REVOCATION)));
  }

  private Verdict messages(Pair pair, Expectation expectation)
      throws IOException, InterruptedException {
    Map<String, List<String>> stored = new HashMap<>();
    List<Long> sequence = new ArrayList<>();
    long after = 0;
    JsonNode page = messagesAfter(pair, after);
    while (!page.isEmpty()) {
      for (JsonNode message : page) {
        long seq = message.path("seq").asLong();
        sequence.add(seq);
        after = Math.max(after, seq);
        stored
            .computeIfAbsent(message.path("clientId").asText(), key -> new ArrayList<>())
            .add(Long.toString(seq));
      }
      page = messagesAfter(pair, after);
    }
    return expectation.compare(stored).plus(Sequence.check(sequence));
  }

  private JsonNode messagesAfter(Pair pair, long after) throws IOException, InterruptedException {
    String path = "/api/messages/" + pair.doctor().id() + "?limit=100&after=" + after;
    return api.get(path, pair.patient().token()).expect(200).body().path("messages");
  }

  private Verdict appointments(Pair pair, Expectation expectation)
      throws IOException, InterruptedException {
    Map<String, List<String>> stored = new HashMap<>();
    String path = "/api/appointments?limit=100";
    String next = path;
    while (!next.isEmpty()) {
      JsonNode page = api.get(next, pair.patient().token()).expect(200).body();
      for (JsonNode appointment : page.path("appointments")) {
        stored
            .computeIfAbsent(appointment.path("startsAt").asText(), key -> new ArrayList<>())
            .add(appointment.path("id").asText());
      }
      String cursor = page.path("nextCursor").asText("");
      next =
          cursor.isEmpty() || page.path("nextCursor").isNull()
              ? ""
              : path + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
    return expectation.compare(stored);
  }

  /** A revocation is lost if the token is still accepted. */
  private Verdict revocations(Expectation expectation) throws IOException, InterruptedException {
    Map<String, List<String>> stored = new HashMap<>();
    for (String token : expectation.ackedKeys()) {
      if (api.get("/api/auth/me", token).status() == 401) {
        stored.put(token, List.of("-"));
      }
    }
    return expectation.compare(stored);
  }
}
