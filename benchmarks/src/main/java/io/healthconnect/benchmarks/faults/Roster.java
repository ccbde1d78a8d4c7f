package io.healthconnect.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Who is online, according to the events of one socket. Thread-safe. */
final class Roster {
  private final Set<String> online = new HashSet<>();
  private final Map<String, Long> offlineAt = new HashMap<>();
  private boolean told;

  /** Handles an event from the server; events that do not concern presence have no effect. */
  synchronized void take(String name, JsonNode body, long now) {
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

  /** Whether the server has sent the initial list of online people. */
  synchronized boolean isTold() {
    return told;
  }

  synchronized boolean sees(String person) {
    return online.contains(person);
  }

  /** When that person was last reported offline; empty if never. */
  synchronized OptionalLong offlineAt(String person) {
    Long at = offlineAt.get(person);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }
}
