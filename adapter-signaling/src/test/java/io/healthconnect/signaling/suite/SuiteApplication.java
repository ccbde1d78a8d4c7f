package io.healthconnect.signaling.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.session.Ack;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketListener;
import io.healthconnect.signaling.session.SocketRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the public suites expect of a server, in the main namespace and in {@code /custom}: it
 * admits everybody, sends back what a client has sent in CONNECT, and echoes events and their
 * attachments.
 */
public final class SuiteApplication implements SocketListener {
  private static final int MANY = 10_000;

  private SuiteApplication() {}

  /** The application on our engine. */
  public static SignalingCore core(SignalingLimits limits, Executor events, Timers timers) {
    return new SignalingCore(
            limits,
            new SuiteApplication(),
            new SocketRegistry(MANY),
            events,
            timers,
            () -> UUID.randomUUID().toString())
        .withNamespace("/custom", new SuiteApplication(), new SocketRegistry(MANY));
  }

  @Override
  public Admission authenticate(Handshake handshake, @Nullable String token) {
    return new Admission.Admitted(token == null ? "" : token, "session");
  }

  @Override
  public void connected(ClientSocket socket) {
    ObjectNode auth = JsonNodeFactory.instance.objectNode();
    socket.emit(
        "auth", socket.accountId().isEmpty() ? auth : auth.put("token", socket.accountId()));
  }

  @Override
  public boolean tryEvent(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    JsonNode[] echo = args.toArray(JsonNode[]::new);
    if (name.equals("message")) {
      socket.emit("message-back", echo);
    } else if (name.equals("message-with-ack")) {
      ack.reply(echo);
    }
    return true;
  }

  @Override
  public void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    tryEvent(socket, name, args, ack);
  }

  @Override
  public boolean takesAttachments() {
    return true;
  }

  @Override
  public boolean mayBlock(String eventName) {
    return false;
  }

  @Override
  public void recovered(ClientSocket socket) {}

  @Override
  public void disconnected(ClientSocket socket, boolean forGood) {}
}
