package io.healthconnect.signaling.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.testkit.wire.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

/** A client that asks for recovery and remembers how far it has come, as the stock one does. */
final class RecoveringClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProductServer server;
  private final String session;
  private final Function<ProductServer, ClientLine> lines;
  private final Queue<String> early = new ArrayDeque<>();
  private ClientLine line;
  private String sid = "";
  private String pid = "";
  private String offset = "";
  private boolean recovered;

  private RecoveringClient(
      ProductServer server, String session, Function<ProductServer, ClientLine> lines) {
    this.server = server;
    this.session = session;
    this.lines = lines;
    this.line = lines.apply(server);
  }

  /** A client that was admitted and told who is online. */
  static RecoveringClient connect(ProductServer server, String session) {
    return connect(server, session, ClientLine.WebSocket::open);
  }

  /**
   * @param lines opens a line for each connection
   */
  static RecoveringClient connect(
      ProductServer server, String session, Function<ProductServer, ClientLine> lines) {
    RecoveringClient client = admitted(server, session, lines);
    client.event("online-users");
    return client;
  }

  static RecoveringClient admitted(ProductServer server, String session) {
    return admitted(server, session, ClientLine.WebSocket::open);
  }

  private static RecoveringClient admitted(
      ProductServer server, String session, Function<ProductServer, ClientLine> lines) {
    RecoveringClient client = new RecoveringClient(server, session, lines);
    client.enter();
    return client;
  }

  String sid() {
    return sid;
  }

  String pid() {
    return pid;
  }

  String offset() {
    return offset;
  }

  void setOffset(String other) {
    offset = other;
  }

  /** Whether the last CONNECT has recovered the connection. */
  boolean isRecovered() {
    return recovered;
  }

  /** Cuts the connection. */
  void cut() {
    line.close();
  }

  /** Comes back; the old connection may still be there. */
  void comeBack() {
    comeBackAs(session);
  }

  void comeBackAs(String otherSession) {
    line = lines.apply(server);
    enter(otherSession);
  }

  private void enter() {
    enter(session);
  }

  private void enter(String as) {
    ObjectNode auth = JSON.createObjectNode().put("token", server.token(as)).put("recovery", true);
    if (!pid.isEmpty()) {
      auth.put("pid", pid).put("offset", offset);
    }
    line.send("40" + auth);
    JsonNode answer = json(packet("40").substring(2));
    recovered = answer.get("pid").asText().equals(pid);
    sid = answer.get("sid").asText();
    pid = answer.get("pid").asText();
  }

  /** Says that it leaves for good. */
  void disconnect() {
    line.send("41");
  }

  void send(String packet) {
    line.send(packet);
  }

  /** The WebSocket of a client that has one. */
  RawClient line() {
    if (line instanceof ClientLine.WebSocket open) {
      return open.socket();
    }
    throw new IllegalStateException("no WebSocket");
  }

  /** The next event: its name and arguments, without the offset. */
  JsonNode event() {
    JsonNode event = json(packet("42").substring(2));
    JsonNode last = event.get(event.size() - 1);
    if (event.size() > 2 && last.isTextual()) {
      offset = last.textValue();
    }
    return event;
  }

  /** The payload of the next event of this name; others are left out. */
  JsonNode event(String name) {
    JsonNode event = event();
    while (!event.get(0).textValue().equals(name)) {
      event = event();
    }
    return event.get(1);
  }

  /** What the next ack says; events before it are kept. */
  JsonNode ack() {
    while (true) {
      String packet = line.read();
      if (packet.startsWith("43")) {
        return json(packet.substring(packet.indexOf('['))).get(0);
      }
      early.add(packet);
    }
  }

  /** The next packet that begins like this; acks are left out. */
  private String packet(String beginning) {
    while (true) {
      String packet = early.isEmpty() ? line.read() : early.remove();
      if (packet.startsWith(beginning)) {
        return packet;
      }
      if (!packet.startsWith("43")) {
        throw new AssertionError(packet);
      }
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
