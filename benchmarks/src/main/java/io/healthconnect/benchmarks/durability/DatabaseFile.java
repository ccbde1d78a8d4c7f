package io.healthconnect.benchmarks.durability;

import io.healthconnect.benchmarks.workload.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The SQLite file of a stopped server. */
final class DatabaseFile {
  private static final String MAGIC = "SQLite format 3";

  private DatabaseFile() {}

  /** Runs {@code PRAGMA integrity_check}; what is not in order becomes a remark. */
  static Verdict check(Path dataDirectory) throws IOException, SQLException {
    List<String> remarks = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + find(dataDirectory));
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

  private static Path find(Path dataDirectory) throws IOException {
    try (Stream<Path> files = Files.walk(dataDirectory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          String head = new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII);
          if (head.equals(MAGIC)) {
            return file;
          }
        }
      }
    }
    throw new IOException("no SQLite file in " + dataDirectory);
  }
}
