package io.healthconnect.signaling.interop;

// begin: docs/embedding.md
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.session.Ack;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketListener;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.signaling.transport.Peer;
import io.healthconnect.signaling.transport.SignalingHandler;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Server;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.ServerContainerFactory;
import org.jspecify.annotations.Nullable;

/** The endpoint without the product. */
public final class EchoServer {
  private static final OriginPolicy ORIGINS = new OriginPolicy(Set.of(), Set.of());
  private static final HostPolicy HOSTS = new HostPolicy(Set.of());

  private EchoServer() {}

  /** Answers and echoes every event. */
  static final class Echo implements SocketListener {
    @Override
    public Admission authenticate(Handshake handshake, @Nullable String token) {
      return token == null
          ? new Admission.Refused()
          : new Admission.Admitted(token, "session of " + token);
    }

    @Override
    public boolean tryEvent(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
      JsonNode payload = args.isEmpty() ? NullNode.getInstance() : args.get(0);
      ack.reply(payload);
      socket.emit(name, payload);
      return true;
    }

    @Override
    public boolean mayBlock(String name) {
      return false;
    }

    @Override
    public void event(ClientSocket socket, String name, List<JsonNode> args, Ack ack) {
      tryEvent(socket, name, args, ack);
    }

    @Override
    public void connected(ClientSocket socket) {}

    @Override
    public void recovered(ClientSocket socket) {}

    @Override
    public void disconnected(ClientSocket socket, boolean forGood) {}
  }

  static SignalingCore core(ExecutorService events, SystemTimers timers) {
    return new SignalingCore(
        SignalingLimits.defaults(),
        new Echo(),
        new SocketRegistry(8),
        events,
        timers,
        () -> UUID.randomUUID().toString());
  }

  /** In the stock Tyrus server: WebSocket alone. */
  static ServerContainer onTyrus(SignalingCore core, int port) throws Exception {
    ServerContainer container = ServerContainerFactory.createServerContainer(Map.of());
    container.addEndpoint(SignalingEndpoint.config(core, ORIGINS));
    container.start("", port);
    return container;
  }

  /** On Jetty, as in the product: with long-polling and all guards. */
  static Server onJetty(SignalingCore core, int port) throws Exception {
    Server server = new Server(new InetSocketAddress("127.0.0.1", port));
    server.setHandler(new SignalingHandler(core, ORIGINS, HOSTS, Peer.direct()));
    server.start();
    return server;
  }

  /** The arguments are {@code tyrus} or {@code jetty}, and a port. */
  public static void main(String[] args) throws Exception {
    SignalingCore core = core(Executors.newFixedThreadPool(2), new SystemTimers());
    int port = Integer.parseInt(args[1]);
    if (args[0].equals("tyrus")) {
      onTyrus(core, port);
    } else {
      onJetty(core, port);
    }
    Thread.currentThread().join(); // until the process is ended
  }
}
// end: docs/embedding.md
