package io.healthconnect.signaling.rig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.session.Ack;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SocketListener;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Admits {@code token-<account>}, answers and echoes events, and records all calls. */
public final class EchoListener implements SocketListener {
  public final Queue<String> calls = new ConcurrentLinkedQueue<>();
  public final CountDownLatch gate = new CountDownLatch(1);

  @Override
  public Admission authenticate(Handshake handshake, @Nullable String authToken) {
    calls.add("authenticate");
    String token =
        authToken == null
            ? handshake.cookies("session").stream().findFirst().orElse("")
            : authToken;
    return token.startsWith("token-")
        ? new Admission.Admitted(token.substring(6), "session-" + token.substring(6))
        : new Admission.Refused();
  }

  @Override
  public void connected(ClientSocket socket) {
    calls.add("connected " + socket.accountId());
  }

  @Override
  public void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    calls.add("event " + name);
    if (name.equals("fail")) {
      throw new IllegalStateException("asked to fail");
    }
    if (name.equals("wait")) {
      await();
    }
    ack.reply(name.equals("forbidden") ? refusal("forbidden") : answer(args));
    if (name.startsWith("echo")) {
      socket.emit(name, answer(args));
    }
    if (name.equals("burst") || name.equals("farewell")) {
      String filler = "x".repeat(args.get(1).intValue());
      for (int i = 0; i < args.get(0).intValue(); i++) {
        socket.emit(name, JsonNodeFactory.instance.textNode(filler));
      }
    }
    if (name.equals("farewell")) {
      socket.close(CloseCode.SESSION_ENDED);
    }
  }

  @Override
  public void recovered(ClientSocket socket) {
    calls.add("recovered " + socket.accountId());
  }

  @Override
  public void disconnected(ClientSocket socket, boolean forGood) {
    calls.add("disconnected " + socket.accountId());
  }

  @Override
  public boolean mayBlock(String eventName) {
    return !eventName.equals("echo-inline");
  }

  @Override
  public boolean tryEvent(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
    event(socket, name, args, ack);
    return true;
  }

  private void await() {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonNode answer(List<JsonNode> args) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode().addAll(args);
    return JsonNodeFactory.instance.objectNode().put("ok", true).set("args", all);
  }

  private static JsonNode refusal(String code) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", false);
    answer.putObject("error").put("code", code);
    return answer;
  }
}
