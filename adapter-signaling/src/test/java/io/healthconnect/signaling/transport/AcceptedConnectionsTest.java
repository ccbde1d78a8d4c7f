package io.healthconnect.signaling.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.signaling.HostPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.rig.Await;
import io.healthconnect.signaling.rig.EchoListener;
import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.TestServer;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.testkit.wire.RawClient;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;

/** D-07: no connection outlives its server, though Jetty registers one after closing all others. */
class AcceptedConnectionsTest {
  private final CountDownLatch opened = new CountDownLatch(1);
  private final CompletableFuture<Thread> acceptor = new CompletableFuture<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1, new Factory());

  /** Holds a connection until others are being closed, and again until all selectors are closed. */
  private final SelectorManager.AcceptListener hold =
      new SelectorManager.AcceptListener() {
        @Override
        public void onAccepting(SelectableChannel channel) {
          acceptor.complete(Thread.currentThread());
          awaitInAnyCase(closing);
        }

        @Override
        public void onAccepted(SelectableChannel channel) {
          awaitInAnyCase(closed);
        }
      };

  private final LifeCycle.Listener whenClosed =
      new LifeCycle.Listener() {
        @Override
        public void lifeCycleStopped(LifeCycle selectors) {
          closed.countDown();
        }
      };

  private static void awaitInAnyCase(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException stopping) {
        continue;
      }
    }
  }

  private final class Factory extends AbstractConnectionFactory {
    Factory() {
      super("http/1.1");
    }

    @Override
    public Connection newConnection(Connector owner, EndPoint endPoint) {
      return new AbstractConnection(endPoint, owner.getExecutor()) {
        @Override
        public void onOpen() {
          super.onOpen();
          fillInterested();
          opened.countDown();
        }

        @Override
        public void onFillable() {}

        /** Runs on the thread of the selector, which stops afterwards. */
        @Override
        public void close() {
          closing.countDown();
          Await.until("registered", () -> !acceptor.join().getName().contains("acceptor"));
          super.close();
        }
      };
    }
  }

  private static SignalingHandler handler() {
    SignalingCore core =
        new SignalingCore(
            SignalingLimits.defaults(),
            new EchoListener(),
            new SocketRegistry(8),
            Runnable::run,
            new ManualTimers(),
            () -> "id");
    return new SignalingHandler(core, TestServer.ORIGINS, new HostPolicy(Set.of()), Peer.direct());
  }

  @Test
  void endsWithTheOthers() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler());
    server.start();
    try (RawClient first = new RawClient(connector.getLocalPort())) {
      opened.await();
      connector.getSelectorManager().addEventListener(hold);
      connector.getSelectorManager().addEventListener(whenClosed);
      try (RawClient late = new RawClient(connector.getLocalPort())) {
        acceptor.join();
        server.stop();
        late.awaitEnd(Duration.ofMinutes(1));
        first.awaitEnd(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  void areForgottenWhenTheyEnd() throws Exception {
    ServerConnector http = new ServerConnector(server, 1, 1);
    http.setHost("127.0.0.1");
    server.addConnector(http);
    server.setHandler(handler());
    server.start();
    AcceptedConnections connections = new AcceptedConnections(http);
    connections.watch();
    try (RawClient socket = RawClient.open(http.getLocalPort())) {
      try (RawClient request = new RawClient(http.getLocalPort())) {
        assertEquals(404, request.status("GET / HTTP/1.1\nHost: 127.0.0.1\n"));
      }
      Await.until("the request has ended", () -> connections.open() == 1);
      socket.text("1");
    }
    Await.until("the WebSocket has ended", () -> connections.open() == 0);
    server.stop();
  }
}
