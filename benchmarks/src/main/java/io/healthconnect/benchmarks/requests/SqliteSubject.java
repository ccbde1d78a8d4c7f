package io.healthconnect.benchmarks.requests;

import io.healthconnect.benchmarks.server.DatabaseFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One file. */
final class SqliteSubject implements Subject {
  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public boolean isMongo() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public OptionalLong database() {
    return OptionalLong.empty();
  }

  @Override
  public List<String> copy(Path data, Path work) throws Exception {
    try (Connection connection = DatabaseFile.open(data);
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, work.resolve("health-connect.db").toString());
      copy.execute();
    }
    return List.of("--data", work.toString());
  }

  @Override
  public void close() {
    // The files are removed with their folder.
  }
}
