package io.healthconnect.rest.http.server;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/** A connector whose selector wakes up less often under load, as {@link WakeUpPace} says. */
final class PacedConnector extends ServerConnector {
  PacedConnector(Server server, HttpConnectionFactory http) {
    // One selector for two cores: the more connections share a selector, the less often it sleeps.
    super(server, 1, -1, http);
  }

  @Override
  protected SelectorManager newSelectorManager(
      Executor executor, Scheduler scheduler, int selectors) {
    return new ServerConnectorManager(executor, scheduler, selectors) {
      @Override
      protected ManagedSelector newSelector(int id) {
        return new PacedSelector(this, id);
      }
    };
  }

  private static final class PacedSelector extends ManagedSelector {
    /** Used by the one thread that selects; Jetty hands it over safely. */
    private final WakeUpPace pace = new WakeUpPace();

    private PacedSelector(SelectorManager manager, int id) {
      super(manager, id);
    }

    @Override
    protected int nioSelect(Selector selector, boolean now) throws IOException {
      if (now) {
        return super.nioSelect(selector, true);
      }
      long pause = pace.pause(System.nanoTime());
      if (pause > 0) {
        LockSupport.parkNanos(pause);
      }
      int events = super.nioSelect(selector, false);
      pace.wokeUp(System.nanoTime(), events);
      return events;
    }
  }
}
