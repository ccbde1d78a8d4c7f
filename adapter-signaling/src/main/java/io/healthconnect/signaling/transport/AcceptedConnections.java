package io.healthconnect.signaling.transport;

import java.nio.channels.SelectableChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * Closes connections that arrive in the middle of the stop of a connector. Jetty 12.1 forgets those
 * that it registers after it has closed all others, so that their clients would wait for a response
 * until the process ends.
 */
final class AcceptedConnections implements SelectorManager.AcceptListener, LifeCycle.Listener {
  private final Set<SelectableChannel> open = ConcurrentHashMap.newKeySet();
  private final ServerConnector connector;

  AcceptedConnections(ServerConnector connector) {
    this.connector = connector;
  }

  void watch() {
    connector.getSelectorManager().addEventListener(this);
    connector.addEventListener(this);
  }

  void release() {
    connector.getSelectorManager().removeEventListener(this);
    connector.removeEventListener(this);
  }

  /** The number of connections that have not ended. */
  int open() {
    return open.size();
  }

  @Override
  public void onAccepting(SelectableChannel channel) {
    open.add(channel);
  }

  @Override
  public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
    open.remove(channel);
  }

  @Override
  public void onClosed(SelectableChannel channel) {
    open.remove(channel);
  }

  /** The connector has closed what it knows, and accepts no more. */
  @Override
  public void lifeCycleStopped(LifeCycle over) {
    open.forEach(IO::close);
    open.clear();
  }
}
