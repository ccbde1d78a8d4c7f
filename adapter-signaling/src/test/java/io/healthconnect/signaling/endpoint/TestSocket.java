package io.healthconnect.signaling.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A connected socket without a wire: it keeps what it is sent, and does all on this thread. */
public final class TestSocket implements ClientSocket {
  private final String id;
  private final Admission.Admitted owner;
  private final SocketListener listener;
  private final List<String> packets = new ArrayList<>();

  private TestSocket(String id, Admission.Admitted owner, SocketListener listener) {
    this.id = id;
    this.owner = owner;
    this.listener = listener;
  }

  /** As a client whose CONNECT was admitted. */
  public static TestSocket connect(
      String id, Admission.Admitted owner, SocketRegistry registry, SocketListener listener) {
    TestSocket socket = new TestSocket(id, owner, listener);
    registry.add(socket);
    listener.connected(socket);
    return socket;
  }

  /** Sends an event; gives its answer. */
  public JsonNode ask(String event, JsonNode payload) {
    AtomicReference<JsonNode> answer = new AtomicReference<>();
    listener.event(this, event, List.of(payload), answer::set);
    return answer.get();
  }

  /** The packets since the last look. */
  public List<String> told() {
    List<String> told = List.copyOf(packets);
    packets.clear();
    return told;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String accountId() {
    return owner.accountId();
  }

  @Override
  public String sessionId() {
    return owner.sessionId();
  }

  @Override
  public void emit(OutgoingEvent event) {
    packets.add(event.text().text());
  }

  @Override
  public void close(CloseCode code) {
    throw new AssertionError("closed with " + code);
  }
}
