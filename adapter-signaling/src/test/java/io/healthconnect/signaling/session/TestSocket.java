package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A connected socket without a network: it records what it is sent, and does everything on the
 * calling thread.
 */
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

  /** Connects like a client whose CONNECT was admitted. */
  public static TestSocket connect(
      String id, Admission.Admitted owner, SocketRegistry registry, SocketListener listener) {
    TestSocket socket = new TestSocket(id, owner, listener);
    registry.add(socket);
    listener.connected(socket);
    return socket;
  }

  /** A socket that sends although no CONNECT of it was admitted. */
  public static TestSocket outside(String id, SocketListener listener) {
    return new TestSocket(id, new Admission.Admitted("nobody", "none"), listener);
  }

  /** Sends an event and returns its answer. */
  public JsonNode ask(String event, JsonNode payload) {
    AtomicReference<JsonNode> answer = new AtomicReference<>();
    listener.event(this, event, List.of(payload), reply -> answer.set(reply[0]));
    return answer.get();
  }

  /** The packets since the last check. */
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
    packets.add(event.in("/").text());
  }

  @Override
  public boolean isRecoverable() {
    return false;
  }

  @Override
  public void emit(Stamp stamp, OutgoingEvent event) {
    emit(event);
  }

  @Override
  public void emitVolatile(OutgoingEvent event) {
    emit(event);
  }

  @Override
  public void close(CloseCode code) {
    throw new AssertionError("closed with " + code);
  }
}
