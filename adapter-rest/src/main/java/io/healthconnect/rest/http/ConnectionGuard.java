package io.healthconnect.rest.http;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Closes connections beyond the limit of all or of an address, where sockets do not count; those
 * whose request header takes too long: the idle time-out alone can be fed a byte at a time for
 * hours; and during the stop those that wait for their next request.
 */
final class ConnectionGuard extends AbstractLifeCycle implements Connection.Listener, Graceful {
  private static final long SWEEP_MILLIS = 1_000;
  private static final long STOPPING_SWEEP_MILLIS = 20;

  /** What was known of a connection when it was last seen between requests. */
  private static final class Watch {
    private long requests;
    private long bytes;
    private long waitingSince = System.nanoTime();
  }

  private final ServerConnector connector;
  private final TransportLimits limits;
  private volatile boolean stopping;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final Map<Connection, String> counted = new ConcurrentHashMap<>();
  private final Map<HttpConnection, Watch> watches = new ConcurrentHashMap<>();

  ConnectionGuard(ServerConnector connector, TransportLimits limits) {
    this.connector = connector;
    this.limits = limits;
  }

  @Override
  public void onOpened(Connection connection) {
    String address = address(connection.getEndPoint().getRemoteSocketAddress());
    if (connection instanceof HttpConnection http) {
      watches.put(http, new Watch());
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

  private void look(HttpConnection connection, Watch watch, long now) {
    long requests = connection.getMessagesIn();
    long answered = connection.getMessagesOut();
    boolean newRequest = requests != watch.requests;
    boolean answering = requests > answered;
    if (stopping && !answering) {
      // Jetty would wait for it: a request that ends during the stop gets its long silence back.
      connection.getEndPoint().close();
      return;
    }
    boolean quiet = requests > 0 && connection.getBytesIn() == watch.bytes;
    if (newRequest || answering || quiet) {
      watch.requests = requests;
      watch.bytes = connection.getBytesIn();
      watch.waitingSince = now;
    } else if (now - watch.waitingSince > limits.headerDeadline().toNanos()) {
      connection.getEndPoint().close();
    }
  }

  private static String address(SocketAddress address) {
    return address instanceof InetSocketAddress inet && inet.getAddress() != null
        ? inet.getAddress().getHostAddress()
        : "";
  }
}
