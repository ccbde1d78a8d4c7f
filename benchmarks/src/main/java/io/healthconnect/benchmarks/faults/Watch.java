package io.healthconnect.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The socket of somebody who watches who is online. */
final class Watch implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Guarded by this.
  private final Set<String> online = new HashSet<>();
  private final Map<String, Long> offlineAt = new HashMap<>();
  private boolean told;

  private final SignalingSocket socket;

  private Watch(HttpClient http, Node node, Person person)
      throws IOException, InterruptedException {
    socket = SignalingSocket.connect(http, node.base(), person.token(), this::take);
  }

  /** Returns when the server has said who is online. */
  static Watch connect(HttpClient http, Node node, Person person)
      throws IOException, InterruptedException {
    Watch watch = new Watch(http, node, person);
    Healing.await("nobody said who is online", watch::isTold);
    return watch;
  }

  private boolean take(String packet) {
    if (!packet.startsWith("42[")) {
      return false;
    }
    long now = System.nanoTime();
    try {
      JsonNode event = JSON.readTree(packet.substring(2));
      told(event.path(0).asText(), event.path(1), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private synchronized void told(String name, JsonNode body, long now) {
    switch (name) {
      case "online-users" -> {
        online.clear();
        body.forEach(id -> online.add(id.asText()));
        told = true;
      }
      case "user-online" -> online.add(body.path("userId").asText());
      case "user-offline" -> {
        online.remove(body.path("userId").asText());
        offlineAt.put(body.path("userId").asText(), now);
      }
      default -> {}
    }
  }

  private synchronized boolean isTold() {
    return told;
  }

  synchronized boolean sees(String person) {
    return online.contains(person);
  }

  /** When that person was last said to have gone. */
  synchronized long offlineAt(String person) {
    Long at = offlineAt.get(person);
    if (at == null) {
      throw new IllegalStateException("never offline: " + person);
    }
    return at;
  }

  @Override
  public void close() {
    socket.close();
  }
}
