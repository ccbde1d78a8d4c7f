package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.Invocation;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A server in this process, of which a test can start many. */
public final class StartedServer implements AutoCloseable {
  private final Server server;

  private StartedServer(Server server) {
    this.server = server;
  }

  /** Starts a server at a free port. */
  public static StartedServer start(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("PORT", "0");
    Invocation.Run run =
        (Invocation.Run) Invocation.parse(new String[] {}, Map.copyOf(all), Release.version());
    return new StartedServer(Server.start(run.settings()));
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }
}
