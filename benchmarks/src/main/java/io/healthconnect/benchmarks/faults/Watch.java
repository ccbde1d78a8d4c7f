package io.healthconnect.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.benchmarks.cluster.Node;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.SignalingSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;

/** The socket of a person who watches who is online. */
final class Watch implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Roster roster = new Roster();
  private final SignalingSocket socket;

  private Watch(HttpClient http, Node node, Person person)
      throws IOException, InterruptedException {
    socket = SignalingSocket.connect(http, node.base(), person.token(), this::take);
  }

  /** Connects, and waits until the server has sent who is online. */
  static Watch connect(HttpClient http, Node node, Person person)
      throws IOException, InterruptedException {
    Watch watch = new Watch(http, node, person);
    Healing.await("nobody said who is online", watch.roster::isTold);
    return watch;
  }

  private boolean take(String packet) {
    if (!packet.startsWith("42[")) {
      return false;
    }
    long now = System.nanoTime();
    try {
      JsonNode event = JSON.readTree(packet.substring(2));
      roster.take(event.path(0).asText(), event.path(1), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  Roster roster() {
    return roster;
  }

  @Override
  public void close() {
    socket.close();
  }
}
