package io.healthconnect.rest.http.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Closes connections beyond the limit of all or of a client network, where sockets do not count;
 * those whose request header or reply takes too long; and during the stop those that wait for their
 * next request.
 */
final class ConnectionLimiter extends AbstractLifeCycle implements Connection.Listener, Graceful {
  private static final long SWEEP_MILLIS = 1_000;
  private static final long STOPPING_SWEEP_MILLIS = 20;

  private final ServerConnector connector;
  private final TransportLimits limits;
  private volatile boolean stopping;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> perNetwork = new ConcurrentHashMap<>();
  private final Map<Connection, String> counted = new ConcurrentHashMap<>();
  private final Map<HttpConnection, SlowConnectionDetector> watches = new ConcurrentHashMap<>();

  ConnectionLimiter(ServerConnector connector, TransportLimits limits) {
    this.connector = connector;
    this.limits = limits;
  }

  @Override
  public void onOpened(Connection connection) {
    String address = address(connection.getEndPoint().getRemoteSocketAddress());
    if (connection instanceof HttpConnection http) {
      watches.put(
          http,
          new SlowConnectionDetector(
              limits.connections().headerDeadline(),
              limits.connections().bytesPerSecond(),
              System.nanoTime()));
    }
    String network = limits.trusted().clientNetwork(address, List.of());
    counted.put(connection, network);
    int open = perNetwork.merge(network, 1, Integer::sum);
    boolean tooMany =
        open > limits.connections().mostPerAddress() && !limits.trusted().contains(address);
    if (all.incrementAndGet() > limits.connections().most() || tooMany) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      watches.remove(http);
    }
    String network = counted.remove(connection);
    if (network != null) {
      all.decrementAndGet();
      perNetwork.computeIfPresent(network, (key, open) -> open > 1 ? open - 1 : null);
    }
  }

  @Override
  protected void doStart() {
    schedule();
  }

  /** Does not delay the shutdown: the connector waits for the connections. */
  @Override
  public CompletableFuture<Void> shutdown() {
    stopping = true;
    sweep();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public boolean isShutdown() {
    return stopping;
  }

  private void schedule() {
    long millis = stopping ? STOPPING_SWEEP_MILLIS : SWEEP_MILLIS;
    connector.getScheduler().schedule(this::sweep, millis, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    long now = System.nanoTime();
    watches.forEach((connection, watch) -> look(connection, watch, now));
    if (isRunning()) {
      schedule();
    }
  }

  private void look(HttpConnection connection, SlowConnectionDetector watch, long now) {
    SlowConnectionDetector.Counters seen = counters(connection);
    if (stopping && !seen.answering()) {
      // Otherwise Jetty would wait for it: after a request that ends during shutdown, the
      // connection gets its long keep-alive time again.
      connection.getEndPoint().close();
    } else if (watch.tooSlow(seen, now)) {
      // For the current reply this looks like a client that has disconnected, which needs no stack
      // trace in the log.
      connection.getEndPoint().close(new EofException("too slow"));
    }
  }

  private static SlowConnectionDetector.Counters counters(HttpConnection connection) {
    boolean writing =
        connection.getEndPoint() instanceof AbstractEndPoint endPoint
            && endPoint.getWriteFlusher().isPending();
    return new SlowConnectionDetector.Counters(
        connection.getMessagesIn(),
        connection.getMessagesOut(),
        connection.getBytesIn(),
        connection.getBytesOut(),
        writing);
  }

  private static String address(SocketAddress address) {
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "";
  }
}
