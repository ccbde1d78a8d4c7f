package io.healthconnect.bootstrap;

import com.mongodb.event.CommandListener;
import io.healthconnect.bootstrap.settings.Invocation;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.sqlite.SqliteStore;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A server in this process, of which a test can start many. */
public final class StartedServer implements AutoCloseable {
  private final Server server;

  private StartedServer(Server server) {
    this.server = server;
  }

  /** Starts a server at a free port. */
  public static StartedServer start(Map<String, String> settings) {
    return new StartedServer(Server.start(parsed(settings)));
  }

  /** Starts a server over a file of SQLite whose statements are watched. */
  public static StartedServer overSqlite(
      Map<String, String> settings, Clock clock, UnaryOperator<DataSource> seenBy) {
    return new StartedServer(
        Server.start(
            parsed(settings),
            clock,
            (all, time, ids) ->
                new SqliteStorage(
                    all,
                    time,
                    (folder, feed, callsUntil) ->
                        SqliteStore.openWithoutOutbox(folder, feed, callsUntil, seenBy))));
  }

  /** Starts a server over a database of MongoDB whose commands are watched. */
  public static StartedServer overMongo(
      Map<String, String> settings, Clock clock, CommandListener watcher) {
    String uri = Objects.requireNonNull(settings.get("MONGODB_URI"));
    return new StartedServer(
        Server.start(
            parsed(settings),
            clock,
            (all, time, ids) ->
                new MongoStorage(MongoHandles.open(uri, List.of(watcher)).withoutOutbox(), ids)));
  }

  private static Settings parsed(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("PORT", "0");
    Invocation.Run run =
        (Invocation.Run) Invocation.parse(new String[] {}, Map.copyOf(all), Release.version());
    return run.settings();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  @Override
  public void close() {
    server.stop();
  }
}
