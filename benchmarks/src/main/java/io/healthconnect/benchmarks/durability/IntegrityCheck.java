package io.healthconnect.benchmarks.durability;

import io.healthconnect.benchmarks.server.DatabaseFile;
import io.healthconnect.benchmarks.workload.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Checks the SQLite file of a stopped server. */
public final class IntegrityCheck {
  private IntegrityCheck() {}

  /** Runs {@code PRAGMA integrity_check}; every problem becomes a remark. */
  public static Verdict of(Path dataDirectory) throws IOException, SQLException {
    List<String> remarks = new ArrayList<>();
    try (Connection connection = DatabaseFile.open(dataDirectory);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
      while (rows.next()) {
        if (!rows.getString(1).equals("ok")) {
          remarks.add("integrity_check: " + rows.getString(1));
        }
      }
    }
    return new Verdict(0, 0, 0, remarks);
  }
}
