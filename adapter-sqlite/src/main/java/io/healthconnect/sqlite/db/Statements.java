package io.healthconnect.sqlite.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cache of the prepared statements of one connection. A statement in use is not in the cache, so
 * that the same text can run nested inside itself.
 */
final class Statements {
  /** A bound, although the adapter has fewer statements. */
  private static final int LIMIT = 250;

  private final Connection connection;
  private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

  Statements(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement take(String text) throws SQLException {
    PreparedStatement kept = idle.remove(text);
    return kept == null ? connection.prepareStatement(text) : kept;
  }

  /** Returns a statement to the cache, without the values that were bound to it. */
  void giveBack(String text, PreparedStatement statement) throws SQLException {
    statement.clearParameters();
    PreparedStatement surplus = idle.put(text, statement);
    if (surplus != null) {
      surplus.close();
    }
    if (idle.size() > LIMIT) {
      var oldest = idle.values().iterator();
      PreparedStatement leastUsed = oldest.next();
      oldest.remove();
      leastUsed.close();
    }
  }
}
