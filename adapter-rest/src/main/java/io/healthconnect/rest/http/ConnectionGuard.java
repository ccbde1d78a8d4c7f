package io.healthconnect.rest.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
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
 * Closes connections beyond the limit of all or of an address, where sockets do not count; those
 * whose request header or reply takes too long; and during the stop those that wait for their next
 * request.
 */
final class ConnectionGuard extends AbstractLifeCycle implements Connection.Listener, Graceful {
  private static final long SWEEP_MILLIS = 1_000;
  private static final long STOPPING_SWEEP_MILLIS = 20;

  private final ServerConnector connector;
  private final TransportLimits limits;
  private volatile boolean stopping;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final Map<Connection, String> counted = new ConcurrentHashMap<>();
  private final Map<HttpConnection, ConnectionWatch> watches = new ConcurrentHashMap<>();

  ConnectionGuard(ServerConnector connector, TransportLimits limits) {
    this.connector = connector;
    this.limits = limits;
  }

  @Override
  public void onOpened(Connection connection) {
    String address = address(connection.getEndPoint().getRemoteSocketAddress());
    if (connection instanceof HttpConnection http) {
      watches.put(
          http,
          new ConnectionWatch(limits.headerDeadline(), limits.bytesPerSecond(), System.nanoTime()));
    }
    counted.put(connection, address);
    int open = perAddress.merge(address, 1, Integer::sum);
    boolean tooMany = open > limits.connectionsPerAddress() && !limits.trusted().contains(address);
    if (all.incrementAndGet() > limits.connections() || tooMany) {
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      watches.remove(http);
    }
    String address = counted.remove(connection);
    if (address != null) {
      all.decrementAndGet();
      perAddress.computeIfPresent(address, (key, open) -> open > 1 ? open - 1 : null);
    }
  }

  @Override
  protected void doStart() {
    schedule();
  }

  /** Holds nothing up: the connector waits for the connections. */
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

  private void look(HttpConnection connection, ConnectionWatch watch, long now) {
    ConnectionWatch.Counters seen = counters(connection);
    if (stopping && !seen.answering()) {
      // Jetty would wait for it: a request that ends during the stop gets its long silence back.
      connection.getEndPoint().close();
    } else if (watch.tooSlow(seen, now)) {
      // To the reply under way it is a client that has gone, which is worth no stack in the log.
      connection.getEndPoint().close(new EofException("too slow"));
    }
  }

  private static ConnectionWatch.Counters counters(HttpConnection connection) {
    boolean writing =
        connection.getEndPoint() instanceof AbstractEndPoint endPoint
            && endPoint.getWriteFlusher().isPending();
    return new ConnectionWatch.Counters(
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
